import { applyTransform, type Point } from '@avatar/image';
import type { SimilarityTransform } from '@avatar/stage';
import type { Candidate } from './candidate.js';

/** What BlazeFace says about one anchor layer. */
export interface BlazeLayer {
  /** A logit an anchor. */
  readonly scores: Float32Array;
  /** 16 numbers an anchor: box centre, box size, six points; positions are offsets from the anchor, in crop pixels. */
  readonly boxes: Float32Array;
}

const NUMBERS_PER_ANCHOR = 16;
const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/**
 * Candidates of at least `minScore`, in pixels of the picture. BlazeFace boxes are upright squares of the crop; a turned
 * crop gives the upright box of the same centre and size.
 */
export function decodeBlaze(
  layers: readonly BlazeLayer[],
  anchors: Float32Array,
  minScore: number,
  cropToPicture: SimilarityTransform,
): Candidate[] {
  const minLogit = Math.log(minScore / (1 - minScore));
  const candidates: Candidate[] = [];
  let anchor = 0;
  for (const { scores, boxes } of layers)
    for (let i = 0; i < scores.length; i++, anchor++) {
      if (!(scores[i] >= minLogit)) continue;
      const numbers = boxes.subarray(i * NUMBERS_PER_ANCHOR, (i + 1) * NUMBERS_PER_ANCHOR);
      const centre: Point = [anchors[anchor * 2], anchors[anchor * 2 + 1]];
      candidates.push(decodeAnchor(sigmoid(scores[i]), numbers, centre, cropToPicture));
    }
  return candidates;
}

function decodeAnchor(
  score: number,
  numbers: Float32Array,
  anchor: Point,
  cropToPicture: SimilarityTransform,
): Candidate {
  const factor = Math.hypot(cropToPicture.a, cropToPicture.b);
  const point = (index: number): Point =>
    applyTransform(cropToPicture, numbers[index] + anchor[0], numbers[index + 1] + anchor[1]);
  const [cx, cy] = point(0);
  const width = numbers[2] * factor;
  const height = numbers[3] * factor;
  return {
    box: { x: cx - width / 2, y: cy - height / 2, width, height },
    score,
    keypoints: {
      leftEye: point(4),
      rightEye: point(6),
      nose: point(8),
      mouth: point(10),
      leftEar: point(12),
      rightEar: point(14),
    },
  };
}
