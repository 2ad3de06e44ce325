const HEX = /^[0-9a-f]{32}$/;
const IMAGE_KEY = /^image\/([0-9a-f]{32})\/original$/;

/** The vendor's ids are 32 hexadecimal digits; ours have a prefix before the same. */
export const hexOf = (id: string): string => id.slice(id.indexOf('_') + 1);

/** @returns undefined for what is no id */
export const idOf = (prefix: 'avt' | 'bat' | 'inp', hex: string): string | undefined =>
  HEX.test(hex) ? `${prefix}_${hex}` : undefined;

/** Key of a picture, which makes groups and looks. */
export const imageKeyOf = (hex: string): string => `image/${hex}/original`;

/** @returns the digits in an image key; undefined for what is none */
export const imageOf = (imageKey: string): string | undefined => IMAGE_KEY.exec(imageKey)?.[1];
