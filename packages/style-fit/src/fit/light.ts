import { clamp, mix } from '@avatar/image';
import type { RelightParameters, Technique, ToneParameters } from '@avatar/styles';
import type { Measures } from './measures.js';
import { rounded } from './rounded.js';

/** Difference of the lightest and darkest tenth of the skin of an evenly lit face, in L. */
const USUAL_CONTRAST = 34;

/** How strongly the examples are lit from one side, 0.3 to 1.3; 1 is a lamp and a white wall. */
function contrastOf({ skin, tone }: Measures): number {
  const range = skin ? skin.tone[5] - skin.tone[1] : (tone[18] - tone[4]) * 0.8;
  return clamp(range / USUAL_CONTRAST, 0.3, 1.3);
}

const TONE: ToneParameters = {
  skinLightness: { min: 46, max: 70 },
  maxLift: 6,
  maxDrop: 6,
  hueStrength: 0.6,
  chromaStrength: 0.5,
  contrast: 0.2,
  saturation: 1,
};

const PLAIN: Pick<RelightParameters, 'shadowFill' | 'bottomBrightness'> = {
  shadowFill: 0.2,
  bottomBrightness: 1,
};

/** What the photo is lit by before a hand draws it: the examples' own contrast where it makes the picture. */
export function lightOf(
  technique: Technique,
  measures: Measures,
): { readonly tone: ToneParameters; readonly relight: RelightParameters } {
  if (technique === 'paint') {
    const strength = 0.8 * contrastOf(measures);
    return {
      tone: { ...TONE, skinLightness: { min: 40, max: 64 }, maxDrop: 8, contrast: 0.3 },
      relight: {
        ...PLAIN,
        delight: { flat: 0.3, oneSided: 0.3 },
        keyDirection: [0.75, -0.5, 0.5],
        ambient: rounded(mix(0.65, 0.3, clamp(strength)), 3),
        falloff: 1.15,
        strength: 1,
        ratio: { min: 0.45, max: 1.38 },
        body: 0.8,
        bottomBrightness: 0.8,
      },
    };
  }
  if (technique === 'flat')
    return {
      tone: TONE,
      relight: {
        ...PLAIN,
        delight: { flat: 0.8, oneSided: 0.6 },
        keyDirection: [0.4, -0.4, 0.8],
        ambient: 0.75,
        falloff: 1,
        strength: 0.6,
        ratio: { min: 0.7, max: 1.35 },
        body: 0.6,
        shadowFill: 0.4,
      },
    };
  return {
    tone: TONE,
    relight: {
      ...PLAIN,
      delight: { flat: 0.35, oneSided: 0.35 },
      keyDirection: [0.7, -0.5, 0.5],
      ambient: 0.42,
      falloff: 1.1,
      strength: 1,
      ratio: { min: 0.5, max: 1.4 },
      body: 0.8,
    },
  };
}
