const TOKEN = /^(sty_[0-9a-f]{32})(?:_([1-9]))?$/;

/** Whether a style token names a style of an account's own, or a variant of one. */
export const isOwnStyleToken = (token: string): boolean => TOKEN.test(token);

/** @returns the style's own token, and which of its variants is meant, from 1; undefined for other tokens */
export function readOwnStyleToken(
  token: string,
): { readonly style: string; readonly variant: number | undefined } | undefined {
  const [, style, variant] = TOKEN.exec(token) ?? [];
  return style === undefined
    ? undefined
    : { style, variant: variant === undefined ? undefined : Number(variant) };
}
