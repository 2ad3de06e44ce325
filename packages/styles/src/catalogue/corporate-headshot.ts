import { MIN_LIKENESS } from '../contexts.js';
import type { PhotoRendering } from '../kinds/photo/photo-rendering.js';
import type { Style } from '../style.js';

export const corporateHeadshot: Style<PhotoRendering, 'corporate_headshot'> = {
  token: 'corporate_headshot',
  label: 'Corporate headshot',
  description: 'A studio portrait: soft key light, neutral backdrop, restrained retouching.',
  licence: 'Apache-2.0',
  creator: 'The avatar toolkit authors',
  platforms: ['linkedin', 'slack', 'github', 'portfolio'],
  context: 'professional',
  framing: { headHeight: 0.54, eyeLine: 0.415, minHeadroom: 0.045 },
  background: { token: 'studio_light', palette: 'neutral_grey' },
  rendering: {
    kind: 'photo',
    tone: {
      skinLightness: { min: 50, max: 74 },
      maxLift: 25,
      maxDrop: 3,
      hueStrength: 0.7,
      chromaStrength: 0.6,
      contrast: 0.22,
      saturation: 1.03,
    },
    relight: {
      delight: { flat: 0.35, oneSided: 0.6 },
      keyDirection: [0.55, -0.42, 0.7],
      ambient: 0.56,
      falloff: 1,
      strength: 0.9,
      ratio: { min: 0.7, max: 1.36 },
      body: 0.6,
      shadowFill: 0.5,
      bottomBrightness: 0.93,
    },
    retouch: {
      skinSmoothing: 0.42,
      skinColour: 0.45,
      mixedLight: 0.6,
      shine: 0.5,
      underEyes: 0.25,
      eyes: 0.28,
      teeth: 0.5,
      sharpening: 0.5,
      clarity: 0.15,
      denoise: 0.8,
      focusFalloff: 0.5,
    },
  },
  minLikeness: MIN_LIKENESS,
};
