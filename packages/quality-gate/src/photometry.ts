import { FACE_OVAL } from '@avatar/face';
import { luma } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { regionOf } from './chip-regions.js';
import { coverCues, type CoverCues } from './cover-cues.js';
import { leastDirectionalDetail } from './directional-detail.js';
import { CHIP_SIZE_PX, type FaceChip } from './face-chip.js';

/** What the pixels of a face say about its light, its focus and what covers it. Luminance is Rec. 601 luma, 0 to 255. */
export interface FacePhotometry extends CoverCues {
  readonly meanLuminance: number;
  /** The 95th percentile: of the lights on the face. */
  readonly brightLuminance: number;
  readonly luminanceDeviation: number;
  /** Share of the face that is burnt out or black, in [0, 1]. */
  readonly clippedShare: number;
  /** Variance of the 4-neighbour Laplacian: low when the face is blurred (J. Pech-Pacheco et al., 2000). */
  readonly laplacianVariance: number;
  /** See `leastDirectionalDetail`: low when the face is smeared, which leaves the Laplacian high. */
  readonly directionalDetail: number;
}

/** The outline itself is no detail of the face. */
const INNER = 0.92;

/** Measures one face. @param chip from `cutFaceChip` */
export function measureFace(chip: FaceChip): FacePhotometry {
  const levels = luma(chip.image).data;
  for (let i = 0; i < levels.length; i++) levels[i] *= 255;
  const oval = regionOf(chip, FACE_OVAL);
  return {
    ...lightOf(levels, oval),
    laplacianVariance: laplacianVariance(levels, oval),
    directionalDetail: leastDirectionalDetail({ ...oval, data: levels }, regionOf(chip, FACE_OVAL, INNER)),
    ...coverCues(chip, levels),
  };
}

function lightOf(levels: Float32Array, oval: Plane) {
  const histogram = new Uint32Array(256);
  let sum = 0;
  let squares = 0;
  let clipped = 0;
  let count = 0;
  for (let i = 0; i < levels.length; i++) {
    if (oval.data[i] === 0) continue;
    const level = levels[i];
    sum += level;
    squares += level * level;
    if (level > 250 || level < 8) clipped++;
    histogram[Math.max(0, Math.min(255, Math.round(level)))]++;
    count++;
  }
  const area = Math.max(count, 1);
  const mean = sum / area;
  return {
    meanLuminance: mean,
    brightLuminance: brightLevel(histogram, count),
    luminanceDeviation: Math.sqrt(Math.max(squares / area - mean * mean, 0)),
    clippedShare: clipped / area,
  };
}

/** The level that only one pixel in twenty exceeds. */
function brightLevel(histogram: Uint32Array, count: number): number {
  let above = 0;
  for (let level = 255; level > 0; level--) {
    above += histogram[level];
    if (above > count / 20) return level;
  }
  return 0;
}

function laplacianVariance(levels: Float32Array, oval: Plane): number {
  const width = CHIP_SIZE_PX;
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < width - 1; y++)
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      if (oval.data[i] === 0) continue;
      const value = levels[i - 1] + levels[i + 1] + levels[i - width] + levels[i + width] - 4 * levels[i];
      sum += value;
      squares += value * value;
      count++;
    }
  const area = Math.max(count, 1);
  return squares / area - (sum / area) ** 2;
}
