import { median, rgbToLab } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { landmarkPoint } from '@avatar/face';
import { cheeks, forehead, lenses, lips, lowerFace, mouth, openMouth, underEyes } from './chip-regions.js';
import { CHIP_SIZE_PX, type FaceChip } from './face-chip.js';

/** Signs of glasses and masks, and the balance of the light from side to side. Colours are CIELAB. */
export interface CoverCues {
  /** Lightness under the eye over that of the cheek below, on the better side: low behind dark lenses. */
  readonly underEyeToCheek: number;
  /**
   * Distance in a*b* of the skin under that eye from shaded skin as light as it: high behind coloured lenses, low in
   * shade.
   */
  readonly underEyeTint: number;
  /** Share of the place of a lens, in [0, 1], that is white and lighter than the cheek, on the eye with less of it. */
  readonly lensGlare: number;
  /** Height over width of the gap between the lips. */
  readonly mouthGap: number;
  /** Range of the lightness between the lips: high where teeth are seen. */
  readonly mouthRange: number;
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

/** What counts as glare: L, how much lighter than the cheek, and the most of the cheek's chroma, or simply the most. */
const GLARE = { L: 72, lighter: 3, ofChroma: 0.8, chroma: 7 };
/** Mesh points: the middle of the inner lips, and their corners. */
const GAP = [13, 14] as const;
const CORNERS = [78, 308] as const;
/** The mouth's lightness without its extremes. */
const RANGE = { low: 0.1, high: 0.9 };

/** @param levels luma of the chip, 0 to 255 */
export function coverCues(chip: FaceChip, levels: Float32Array): CoverCues {
  const cheekColours = cheeks(chip).map((region) => medianColour(chip, region));
  const [rightCheek, leftCheek] = cheekColours;
  const [underRight, underLeft] = underEyes(chip).map((region) => medianColour(chip, region));
  const onRight = underRight[0] / Math.max(rightCheek[0], 1);
  const onLeft = underLeft[0] / Math.max(leftCheek[0], 1);
  const brow = medianColour(chip, forehead(chip));
  const lower = medianColour(chip, lowerFace(chip));
  const mean = Math.max((rightCheek[0] + leftCheek[0]) / 2, 1);
  return {
    underEyeToCheek: Math.max(onRight, onLeft),
    underEyeTint: onRight > onLeft ? tintOf(underRight, rightCheek) : tintOf(underLeft, leftCheek),
    lensGlare: Math.min(...lenses(chip).map((region, side) => glareIn(chip, region, cheekColours[side]))),
    mouthGap: gapBetweenLips(chip),
    mouthRange: rangeOf(coloursIn(chip, openMouth(chip)).map(([L]) => L)),
    cheekAsymmetry: Math.abs(rightCheek[0] - leftCheek[0]) / mean,
    lipRedness: medianColour(chip, lips(chip))[1] - lower[1],
    lipEdges: meanGradient(levels, mouth(chip)),
    lowerFaceShift: Math.hypot(lower[1] - brow[1], lower[2] - brow[2]),
  };
}

/** Shade divides linear light, which scales L + 16, a and b alike; glass has a colour of its own. */
function tintOf(under: LabColour, cheek: LabColour): number {
  const scale = (under[0] + 16) / (cheek[0] + 16);
  return Math.hypot(under[1] - scale * cheek[1], under[2] - scale * cheek[2]);
}

function glareIn(chip: FaceChip, region: Plane, [L, a, b]: LabColour): number {
  const least = Math.max(GLARE.L, L + GLARE.lighter);
  const most = Math.max(GLARE.chroma, GLARE.ofChroma * Math.hypot(a, b));
  const colours = coloursIn(chip, region);
  const white = colours.filter((colour) => colour[0] > least && Math.hypot(colour[1], colour[2]) < most);
  return white.length / Math.max(colours.length, 1);
}

function gapBetweenLips({ landmarks }: FaceChip): number {
  const distance = (from: number, to: number) => {
    const [a, b] = [landmarkPoint(landmarks, from), landmarkPoint(landmarks, to)];
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  };
  return distance(...GAP) / Math.max(distance(...CORNERS), 1);
}

function rangeOf(values: number[]): number {
  const sorted = Float32Array.from(values).sort();
  if (sorted.length === 0) return 0;
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))];
  return at(RANGE.high) - at(RANGE.low);
}

function coloursIn(chip: FaceChip, region: Plane): LabColour[] {
  const [red, green, blue] = chip.image.planes;
  const colours: LabColour[] = [];
  for (let i = 0; i < red.length; i++)
    if (region.data[i] > 0) colours.push(rgbToLab(red[i], green[i], blue[i]));
  return colours;
}

/** Median of each coordinate, so that frames, lashes and hot spots do not count. */
function medianColour(chip: FaceChip, region: Plane): LabColour {
  const colours = coloursIn(chip, region);
  if (colours.length === 0) return [0, 0, 0];
  const middle = (axis: 0 | 1 | 2) => median(Float32Array.from(colours, (colour) => colour[axis]));
  return [middle(0), middle(1), middle(2)];
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
