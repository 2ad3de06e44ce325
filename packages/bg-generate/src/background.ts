import { parseHexColour } from '@avatar/image';
import { defineStage, type Background, type PlanarImage, type Stage } from '@avatar/stage';
import { deepBokeh } from './deep-bokeh.js';
import { diagonalGradient, flatColour, pastelGradient } from './gradients.js';
import {
  type BackgroundOptions,
  type BackgroundSettings,
  type DrawnBackground,
  type PhotoBackground,
  backgroundSettings,
} from './options.js';
import { originalBlur } from './original-blur.js';
import { studioLight } from './studio-light.js';

/**
 * Makes what stands behind the person. Backgrounds that are drawn read nothing; their last picture is kept, so that runs with
 * the same seed share it. Backgrounds from the photo read `face` and `cutout`, and are as large as the aligned face.
 *
 * Writes `background`.
 *
 * @throws AvatarError `invalid-options`; an unknown token lists the known ones
 */
export function background(options?: BackgroundOptions<DrawnBackground>): Stage<never, 'background'>;
export function background(options: BackgroundOptions): Stage<'face' | 'cutout', 'background'>;
export function background(options: BackgroundOptions = {}): Stage<'face' | 'cutout', 'background'> {
  const settings = backgroundSettings(options);
  return settings.kind.kind === 'photo'
    ? fromPhoto(PHOTO_BACKGROUNDS[settings.kind.token as PhotoBackground])
    : drawn(settings);
}

const PHOTO_BACKGROUNDS = { original_blur: originalBlur, deep_bokeh: deepBokeh } as const;

const fromPhoto = (
  make: (typeof PHOTO_BACKGROUNDS)[PhotoBackground],
): Stage<'face' | 'cutout', 'background'> =>
  defineStage({
    name: 'background',
    reads: ['face', 'cutout'],
    writes: ['background'],
    run: async ({ face, cutout }, { signal, seed }) => {
      signal.throwIfAborted();
      return { background: { kind: 'picture', image: make(face, cutout.alpha, seed) } };
    },
  });

function drawn(settings: BackgroundSettings): Stage<never, 'background'> {
  let last: { readonly seed: number; readonly background: Background } | undefined;
  return defineStage({
    name: 'background',
    reads: [],
    writes: ['background'],
    run: async (_, { signal, seed }) => {
      signal.throwIfAborted();
      if (last?.seed !== seed) last = { seed, background: backgroundOf(settings, seed) };
      return { background: last.background };
    },
  });
}

function backgroundOf(settings: BackgroundSettings, seed: number): Background {
  return settings.kind.kind === 'transparent'
    ? { kind: 'transparent' }
    : { kind: 'picture', image: pictureOf(settings, seed) };
}

function pictureOf({ kind, palette, sizePx }: BackgroundSettings, seed: number): PlanarImage {
  const colour = parseHexColour(kind.token);
  if (colour !== undefined) return flatColour(sizePx, colour);
  switch (kind.token) {
    case 'gradient':
      return diagonalGradient(sizePx, palette);
    case 'pastel':
      return pastelGradient(sizePx, palette, seed);
    default:
      return studioLight(sizePx, palette, seed);
  }
}
