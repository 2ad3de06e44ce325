import { parseHexColour } from '@avatar/image';
import { defineStage, sameSize, type Background, type Stage } from '@avatar/stage';
import type { BackgroundToken, KnownOrOwn } from '@avatar/styles';
import type { Backdrop } from './backdrop.js';
import { blinds } from './studio/blinds.js';
import { comicRays } from './graphic/comic-rays.js';
import { pixelDusk } from './scenes/pixel-dusk.js';
import { warmStudio } from './studio/warm-studio.js';
import { deepBokeh } from './photo/deep-bokeh.js';
import { diagonalGradient, flatColour, pastelGradient } from './studio/gradients.js';
import { neonGeometric } from './graphic/neon-geometric.js';
import {
  type BackgroundOptions,
  type BackgroundSettings,
  type DrawnBackground,
  type PhotoBackground,
  backgroundSettings,
} from './options.js';
import { originalBlur } from './photo/original-blur.js';
import { beachSunset } from './scenes/beach-sunset.js';
import { mountains } from './scenes/mountains.js';
import { neonCity } from './scenes/neon-city.js';
import { castleDusk } from './scenes/castle-dusk.js';
import { space } from './scenes/space.js';
import { enchantedForest } from './scenes/enchanted-forest.js';
import { callersPicture } from './photo/callers-picture.js';
import { inView } from './scenes/in-view.js';
import { studioLight } from './studio/studio-light.js';

/**
 * Makes what stands behind the person, and says what light it throws. Backgrounds that are drawn, and pictures of the
 * caller's, read nothing; their last picture is kept, so that runs with the same seed share it. Backgrounds from the
 * photo read `face` and `cutout`, and are as large as the aligned face.
 *
 * Writes `background`.
 *
 * @throws AvatarError `invalid-options`; an unknown token lists the known ones
 */
export function background(
  options?: BackgroundOptions<DrawnBackground | 'image'>,
): Stage<never, 'background'>;
export function background(
  options: BackgroundOptions<KnownOrOwn<BackgroundToken>>,
): Stage<'face' | 'cutout', 'background'>;
export function background(options: BackgroundOptions<string> = {}): Stage<'face' | 'cutout', 'background'> {
  const settings = backgroundSettings(options);
  return settings.entry.kind === 'photo'
    ? fromPhoto(PHOTO_BACKGROUNDS[settings.entry.token as PhotoBackground])
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
    agreements: [sameSize(['face', 'cutout', 'background'])],
    run: async ({ face, cutout }, { signal, seed }) => {
      signal.throwIfAborted();
      return { background: { kind: 'picture', ...make(face, cutout.alpha, seed) } };
    },
  });

function drawn(settings: BackgroundSettings): Stage<never, 'background'> {
  let last: { readonly seed: number; readonly background: Background } | undefined;
  return defineStage({
    name: 'background',
    reads: [],
    writes: ['background'],
    agreements: settings.entry.kind === 'transparent' ? [] : [sameSize(['background'], settings.size)],
    run: async (_, { signal, seed }) => {
      signal.throwIfAborted();
      const kept = last;
      if (kept?.seed === seed) return { background: kept.background };
      const made = await backgroundOf(settings, seed);
      last = { seed, background: made };
      return { background: made };
    },
  });
}

async function backgroundOf(settings: BackgroundSettings, seed: number): Promise<Background> {
  return settings.entry.kind === 'transparent'
    ? { kind: 'transparent' }
    : { kind: 'picture', ...(await backdropOf(settings, seed)) };
}

type Draw = (settings: BackgroundSettings, seed: number) => Backdrop | Promise<Backdrop>;

const DRAWINGS: Readonly<Record<string, Draw>> = {
  studio_light: ({ size, palette }, seed) => ({ image: studioLight(size, palette, seed) }),
  gradient: ({ size, palette }) => ({ image: diagonalGradient(size, palette) }),
  pastel: ({ size, palette }, seed) => ({ image: pastelGradient(size, palette, seed) }),
  warm_studio: ({ size, palette }, seed) => warmStudio(size, palette, seed),
  blinds: ({ size, palette }, seed) => blinds(size, palette, seed),
  comic_rays: ({ size, palette }, seed) => ({ image: comicRays(size, palette, seed) }),
  pixel_dusk: ({ size }, seed) => inView(size, (sidePx) => pixelDusk(sidePx, seed)),
  beach_sunset: ({ size }, seed) => inView(size, (sidePx) => beachSunset(sidePx, seed)),
  mountains: ({ size }, seed) => inView(size, (sidePx) => mountains(sidePx, seed)),
  neon_city: ({ size }, seed) => inView(size, (sidePx) => neonCity(sidePx, seed)),
  castle_dusk: ({ size }, seed) => inView(size, (sidePx) => castleDusk(sidePx, seed)),
  space: ({ size }, seed) => inView(size, (sidePx) => space(sidePx, seed)),
  neon_geometric: ({ size, palette }, seed) => neonGeometric(size, palette, seed),
  enchanted_forest: ({ size }, seed) => inView(size, (sidePx) => enchantedForest(sidePx, seed)),
};

async function backdropOf(settings: BackgroundSettings, seed: number): Promise<Backdrop> {
  const { entry, image, size } = settings;
  if (image !== undefined) return { image: await callersPicture(image, size, settings.imageBlur) };
  const colour = parseHexColour(entry.token);
  return colour === undefined ? DRAWINGS[entry.token](settings, seed) : { image: flatColour(size, colour) };
}
