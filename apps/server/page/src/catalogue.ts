import type { AvatarClient, components } from '@avatar/client';

type Schemas = components['schemas'];
export type Platform = Schemas['Platform'];
export type Style = Schemas['Style'];
export type Background = Schemas['Background'];
export type Palette = Schemas['Palette'];

/** What requests can name, with the words for it. */
export interface Catalogue {
  readonly platforms: readonly Platform[];
  readonly styles: readonly Style[];
  readonly backgrounds: readonly Background[];
  readonly palettes: readonly Palette[];
}

export async function loadCatalogue({ api }: AvatarClient): Promise<Catalogue> {
  const [platforms, styles, backdrops] = await Promise.all([
    api.GET('/v1/platforms'),
    api.GET('/v1/styles'),
    api.GET('/v1/backgrounds'),
  ]);
  return {
    platforms: platforms.data?.platforms ?? [],
    styles: styles.data?.styles ?? [],
    backgrounds: backdrops.data?.backgrounds ?? [],
    palettes: backdrops.data?.palettes ?? [],
  };
}

/** The words for a token; the token itself where the list does not know it. */
export const labelIn = (
  list: readonly { readonly token: string; readonly label: string }[],
  token: string,
): string => list.find((one) => one.token === token)?.label ?? token.replaceAll('_', ' ');
