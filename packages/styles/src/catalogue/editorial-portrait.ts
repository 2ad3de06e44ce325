import { MIN_LIKENESS } from '../contexts.js';
import type { GradeParameters } from '../parameters/grade.js';
import type { PhotoRendering } from '../kinds/photo/photo-rendering.js';
import type { Style } from '../style.js';

const rendering = {
  kind: 'photo',
  tone: {
    skinLightness: { min: 42, max: 62 },
    maxLift: 12,
    maxDrop: 10,
    hueStrength: 0.7,
    chromaStrength: 0.5,
    contrast: 0.32,
    saturation: 1,
  },
  relight: {
    delight: { flat: 0.15, oneSided: 0.15 },
    keyDirection: [0.82, -0.45, 0.42],
    ambient: 0.23,
    falloff: 1.2,
    strength: 1.1,
    ratio: { min: 0.36, max: 1.4 },
    body: 0.75,
    shadowFill: 0.2,
    bottomBrightness: 0.8,
  },
  retouch: {
    skinSmoothing: 0.3,
    skinColour: 0.4,
    mixedLight: 0.6,
    shine: 0.35,
    underEyes: 0.2,
    eyes: 0.22,
    teeth: 0.4,
    sharpening: 0.6,
    clarity: 0.22,
    denoise: 0.8,
    focusFalloff: 0.8,
  },
} satisfies PhotoRendering;

const cinematic: GradeParameters = {
  monochrome: 0,
  redFilter: 0,
  saturation: 0.93,
  tint: { shadows: { a: -4.5, b: -6 }, midtones: { a: 0, b: 1 }, highlights: { a: 1.5, b: 4 } },
  contrast: 0.16,
  blackPoint: 3.5,
  whitePoint: 99,
  vignette: 0.34,
  glow: { strength: 0.06, threshold: 62, reach: 0.015 },
  grain: 1.3,
};

export const editorialPortrait: Style<PhotoRendering, 'editorial_portrait'> = {
  token: 'editorial_portrait',
  label: 'Editorial portrait',
  description: 'A magazine portrait: dramatic key light, cinematic colours, film grain.',
  licence: 'Apache-2.0',
  creator: 'The avatar toolkit authors',
  platforms: ['portfolio', 'linkedin', 'instagram', 'x'],
  context: 'professional',
  framing: { headHeight: 0.6, eyeLine: 0.42, minHeadroom: 0.035 },
  background: { token: 'deep_bokeh', palette: 'charcoal' },
  rendering: { ...rendering, grade: cinematic },
  minLikeness: MIN_LIKENESS,
};

const blackAndWhite: GradeParameters = {
  monochrome: 1,
  redFilter: 0.15,
  saturation: 1,
  tint: { shadows: { a: 0, b: 0 }, midtones: { a: 0.2, b: 0.8 }, highlights: { a: 0.2, b: 1.2 } },
  contrast: 0.5,
  blackPoint: 2,
  whitePoint: 100,
  vignette: 0.36,
  glow: { strength: 0.05, threshold: 65, reach: 0.015 },
  grain: 1.9,
};

export const editorialPortraitBw: Style<PhotoRendering, 'editorial_portrait_bw'> = {
  ...editorialPortrait,
  token: 'editorial_portrait_bw',
  label: 'Editorial portrait, black and white',
  description: 'A magazine portrait in black and white: dramatic key light, deep tones, film grain.',
  context: 'social',
  background: { token: 'studio_light', palette: 'charcoal' },
  // Without the help of colour the same light costs more of the likeness.
  rendering: {
    ...rendering,
    relight: { ...rendering.relight, ambient: 0.32, ratio: { min: 0.42, max: 1.36 } },
    grade: blackAndWhite,
  },
};
