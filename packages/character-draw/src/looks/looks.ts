import { resizeRaster } from '@avatar/image';
import { shortSidePx } from '@avatar/stage';
import { ANIME_LOOK } from './anime/anime-look.js';
import { FLAT_LOOK } from './flat/flat-look.js';
import type { Look } from './look.js';
import { drawToon3d } from './toon3d/index.js';
import { unsupportedWishes } from './unsupported.js';
import { vectorLook } from './vector/draw-vector.js';

/** Below this side a modelled picture is rendered larger and shrunk. */
const SMALLEST_RENDERED_PX = 192;

const toon3d: Look = {
  unsupported: unsupportedWishes,
  raster: async ({ character, background, size, moment }) => {
    const ground = background === 'own' ? undefined : background === 'none' ? 'transparent' : background;
    const { widthPx, heightPx } = size;
    const times = Math.max(1, Math.ceil(SMALLEST_RENDERED_PX / shortSidePx(size)));
    const rendered = { widthPx: widthPx * times, heightPx: heightPx * times };
    const drawn = drawToon3d(character, {
      size: rendered,
      ...(ground && { ground }),
      ...(moment && { moment }),
    });
    return times === 1 ? drawn : resizeRaster(drawn, widthPx, heightPx, 'lanczos3');
  },
};

/** Every look that a person can be drawn in. */
export const LOOKS = {
  anime: vectorLook(ANIME_LOOK),
  flat: vectorLook(FLAT_LOOK),
  toon3d,
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof LOOKS;
export const LOOK_NAMES = Object.keys(LOOKS) as readonly LookName[];
