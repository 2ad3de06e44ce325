import { median, rgbToLab } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { cheeks, forehead, lips, lowerFace, mouth, underEyes } from './chip-regions.js';
import { CHIP_SIZE_PX, type FaceChip } from './face-chip.js';

/** Signs of glasses and masks, and the balance of the light from side to side. Colours are CIELAB. */
export interface CoverCues {
  /** Lightness under the eye over that of the cheek below, on the better side: low behind dark lenses. */
  readonly underEyeToCheek: number;
  /** Difference of the cheeks' lightness over their mean, in [0, 2]. */
  readonly cheekAsymmetry: number;
  /** How much redder (a*) the lips are than the skin around them: nothing when cloth covers both. */
  readonly lipRedness: number;
  /** Mean Sobel magnitude of luma inside the outline of the lips: low on smooth cloth. */
  readonly lipEdges: number;
  /** Distance in a*b* from the forehead to the lower face: high when the lower face is not skin. */
  readonly lowerFaceShift: number;
}

type LabColour = readonly [L: number, a: number, b: number];

/** @param levels luma of the chip, 0 to 255 */
export function coverCues(chip: FaceChip, levels: Float32Array): CoverCues {
  const [rightCheek, leftCheek] = cheeks(chip).map((region) => medianColour(chip, region));
  const [underRight, underLeft] = underEyes(chip).map((region) => medianColour(chip, region));
  const brow = medianColour(chip, forehead(chip));
  const lower = medianColour(chip, lowerFace(chip));
  const mean = Math.max((rightCheek[0] + leftCheek[0]) / 2, 1);
  return {
    underEyeToCheek: Math.max(
      underRight[0] / Math.max(rightCheek[0], 1),
      underLeft[0] / Math.max(leftCheek[0], 1),
    ),
    cheekAsymmetry: Math.abs(rightCheek[0] - leftCheek[0]) / mean,
    lipRedness: medianColour(chip, lips(chip))[1] - lower[1],
    lipEdges: meanGradient(levels, mouth(chip)),
    lowerFaceShift: Math.hypot(lower[1] - brow[1], lower[2] - brow[2]),
  };
}

/** Median of each coordinate, so that frames, lashes and hot spots do not count. */
function medianColour(chip: FaceChip, region: Plane): LabColour {
  const [red, green, blue] = chip.image.planes;
  const coordinates: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < red.length; i++) {
    if (region.data[i] === 0) continue;
    const colour = rgbToLab(red[i], green[i], blue[i]);
    coordinates.forEach((values, axis) => values.push(colour[axis]));
  }
  return coordinates.map((values) =>
    values.length === 0 ? 0 : median(Float32Array.from(values)),
  ) as unknown as LabColour;
}

function meanGradient(levels: Float32Array, region: Plane): number {
  const width = CHIP_SIZE_PX;
  let sum = 0;
  let count = 0;
  for (let y = 1; y < width - 1; y++)
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      if (region.data[i] === 0) continue;
      const a = i - width;
      const b = i + width;
      const across =
        levels[a + 1] - levels[a - 1] + 2 * (levels[i + 1] - levels[i - 1]) + levels[b + 1] - levels[b - 1];
      const down =
        levels[b - 1] - levels[a - 1] + 2 * (levels[b] - levels[a]) + levels[b + 1] - levels[a + 1];
      sum += Math.hypot(across, down);
      count++;
    }
  return count === 0 ? 0 : sum / count;
}
