import { MIN_LIKENESS } from '../contexts.js';
import type { GradeParameters } from '../parameters/grade.js';
import type { PhotoRendering } from '../kinds/photo/photo-rendering.js';
import type { Style } from '../style.js';

/** What the fantasy styles share: soft light on a face that stays a photo. No clothes are invented. */
export const fantasyRendering = {
  kind: 'photo',
  tone: {
    skinLightness: { min: 42, max: 64 },
    maxLift: 12,
    maxDrop: 12,
    hueStrength: 0.7,
    chromaStrength: 0.5,
    contrast: 0.28,
    saturation: 1.06,
  },
  relight: {
    delight: { flat: 0.4, oneSided: 0.6 },
    keyDirection: [0.5, -0.4, 0.7],
    ambient: 0.5,
    falloff: 1,
    strength: 0.9,
    ratio: { min: 0.55, max: 1.35 },
    body: 0.75,
    shadowFill: 0.4,
    bottomBrightness: 0.78,
  },
  retouch: {
    skinSmoothing: 0.4,
    skinColour: 0.4,
    mixedLight: 0.5,
    shine: 0.4,
    underEyes: 0.25,
    eyes: 0.3,
    teeth: 0.4,
    sharpening: 0.5,
    clarity: 0.2,
    denoise: 0.8,
    focusFalloff: 0.6,
  },
} satisfies PhotoRendering;

export const fantasyGrade: GradeParameters = {
  monochrome: 0,
  redFilter: 0,
  saturation: 1.06,
  tint: { shadows: { a: 3, b: -6 }, midtones: { a: 0.5, b: 0 }, highlights: { a: 1, b: 4 } },
  contrast: 0.2,
  blackPoint: 2,
  whitePoint: 99,
  vignette: 0.3,
  glow: { strength: 0.42, threshold: 46, reach: 0.022, colour: 0.7 },
  grain: 0,
};

export const fantasy = {
  licence: 'Apache-2.0',
  creator: 'The avatar toolkit authors',
  platforms: ['discord', 'instagram', 'x', 'youtube'],
  context: 'social',
  framing: { headHeight: 0.5, eyeLine: 0.43, minHeadroom: 0.06 },
  minLikeness: MIN_LIKENESS,
} satisfies Partial<Style>;
