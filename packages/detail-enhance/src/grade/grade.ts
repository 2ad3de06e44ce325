import { clamp, fromLab, median, toLab, type LabImage } from '@avatar/image';
import type { PlanarImage, Plane } from '@avatar/stage';
import type { GradeParameters } from '@avatar/styles';
import { addGlow } from './glow.js';
import { filmGrain } from './grain.js';
import { addLightLeak } from './light-leak.js';
import { TABLE_DENSITY, toneTables } from './tone-tables.js';
import { vignetteFactors } from './vignette.js';

/** Share of the tint that stays off the skin. */
const SKIN_PROTECTION = 0.6;
/** Skin for the measurements; every n-th pixel will do. */
const SKIN_MIN = 0.7;
const SKIN_STRIDE = 5;
/** The pivot of the contrast follows the skin only within these bounds, in L. */
const PIVOT = { min: 28, max: 80, withoutSkin: 50 };

export interface GradeInput {
  readonly image: PlanarImage;
  /** Coverage by skin. */
  readonly skin: Plane;
  readonly grade: GradeParameters;
  /** In [0, 1]: 0 leaves the picture as it is. */
  readonly intensity: number;
  readonly seed: number;
  /** Called between the long steps. */
  readonly checkpoint: () => void;
}

/**
 * Grades the whole picture like film: glow, light leak, vignette, contrast, tint by tone or black and white, grain.
 * The skin is the measure: contrast turns around its lightness, a red filter is exposed for it, and tints are weaker
 * on it.
 */
export function gradePicture(input: GradeInput): PlanarImage {
  const { image, skin, grade, seed, checkpoint } = input;
  const lab = toLab(image);
  checkpoint();
  if (grade.glow.strength > 0) addGlow(lab, skin, grade.glow);
  checkpoint();
  if (grade.lightLeak) addLightLeak(lab, grade.lightLeak);
  gradeTones(lab, skin, grade, filmGrain(image.width, image.height, seed));
  checkpoint();
  return blend(image, fromLab(lab), input.intensity, grade.monochrome);
}

/** Median lightness and mean redness of the skin. */
function measureSkin(lab: LabImage, skin: Plane): { L: number; a: number } {
  const lightness = new Float32Array(Math.ceil(skin.data.length / SKIN_STRIDE));
  let [redness, count] = [0, 0];
  for (let i = 0; i < skin.data.length; i += SKIN_STRIDE) {
    if (skin.data[i] < SKIN_MIN) continue;
    lightness[count++] = lab.L[i];
    redness += lab.a[i];
  }
  if (count === 0) return { L: PIVOT.withoutSkin, a: 0 };
  return { L: median(lightness.subarray(0, count)), a: redness / count };
}

/** Everything that goes by the pixel, in one walk. */
function gradeTones(lab: LabImage, skin: Plane, grade: GradeParameters, grain: Plane): void {
  const { L, a, b, width, height } = lab;
  const ofSkin = measureSkin(lab, skin);
  const tables = toneTables(grade, clamp(ofSkin.L, PIVOT.min, PIVOT.max));
  const vignette = vignetteFactors(width, height, grade.vignette).data;
  const chroma = grade.saturation * (1 - grade.monochrome);
  const filter = grade.redFilter * grade.monochrome;
  for (let i = 0; i < L.length; i++) {
    const lightness = (L[i] + filter * (a[i] - ofSkin.a)) * vignette[i];
    const at = ((lightness < 0 ? 0 : lightness > 100 ? 100 : lightness) * TABLE_DENSITY + 0.5) | 0;
    const tint = 1 - SKIN_PROTECTION * skin.data[i];
    L[i] = tables.L[at] + tables.grain[at] * grain.data[i];
    a[i] = a[i] * chroma + tables.a[at] * tint;
    b[i] = b[i] * chroma + tables.b[at] * tint;
  }
}

/**
 * The grade at part of its strength. Colour goes first: a black-and-white picture that is retried at a lower intensity
 * stays one, instead of turning into a pale colour picture.
 */
function blend(from: PlanarImage, to: PlanarImage, share: number, monochrome: number): PlanarImage {
  if (share === 1) return to;
  const greyShare = monochrome * (1 - (1 - share) ** 3);
  const [red, green, blue] = from.planes;
  const [toRed, toGreen, toBlue] = to.planes;
  for (let i = 0; i < red.length; i++) {
    const grey = greyShare * (0.299 * red[i] + 0.587 * green[i] + 0.114 * blue[i]);
    toRed[i] = toRed[i] * share + (red[i] * (1 - greyShare) + grey) * (1 - share);
    toGreen[i] = toGreen[i] * share + (green[i] * (1 - greyShare) + grey) * (1 - share);
    toBlue[i] = toBlue[i] * share + (blue[i] * (1 - greyShare) + grey) * (1 - share);
  }
  return to;
}
