import { landmarkPoint } from '@avatar/face';
import { clamp, mix, type Point } from '@avatar/image';
import type { FaceLandmarks } from '@avatar/stage';

/**
 * Upper and lower lid from the outer to the inner corner, mesh indices; `outward` is the direction of the outer
 * corner in x.
 */
const EYES = [
  { upper: [33, 246, 161, 160, 159, 158, 157, 173, 133], lower: [33, 7, 163, 144, 145, 153, 154, 155, 133] },
  {
    upper: [263, 466, 388, 387, 386, 385, 384, 398, 362],
    lower: [263, 249, 390, 373, 374, 380, 381, 382, 362],
  },
] as const;

/** An eye in its own axes: `along` from the outer to the inner corner, `down` at right angles to it. */
export interface EyeShape {
  readonly outer: Point;
  readonly along: Point;
  readonly down: Point;
  /** Corner to corner, in pixels. */
  readonly widthPx: number;
  /** Largest distance of the lids over the width. */
  readonly openness: number;
  /** Lids from the outer to the inner corner, in pixels of the picture. */
  readonly upper: readonly Point[];
  readonly lower: readonly Point[];
}

const pointsOf = (landmarks: FaceLandmarks, indices: readonly number[]): Point[] =>
  indices.map((index) => {
    const [x, y] = landmarkPoint(landmarks, index);
    return [x, y];
  });

/** A place of the eye's own axes in pixels of the picture. */
export const placeIn = ({ outer, along, down }: EyeShape, a: number, b: number): Point => [
  outer[0] + along[0] * a + down[0] * b,
  outer[1] + along[1] * a + down[1] * b,
];

/** A point of the picture in the eye's own axes. */
export function axesOf({ outer, along, down }: EyeShape, [x, y]: Point): Point {
  const dx = x - outer[0];
  const dy = y - outer[1];
  return [dx * along[0] + dy * along[1], dx * down[0] + dy * down[1]];
}

export function eyeShapes(landmarks: FaceLandmarks): EyeShape[] {
  return EYES.map(({ upper, lower }) => {
    const upperLid = pointsOf(landmarks, upper);
    const lowerLid = pointsOf(landmarks, lower);
    const outer = upperLid[0];
    const inner = upperLid[8];
    const widthPx = Math.max(1, Math.hypot(inner[0] - outer[0], inner[1] - outer[1]));
    const along: Point = [(inner[0] - outer[0]) / widthPx, (inner[1] - outer[1]) / widthPx];
    const down: Point = along[0] >= 0 ? [-along[1], along[0]] : [along[1], -along[0]];
    let open = 0;
    for (let i = 2; i < 7; i++)
      open = Math.max(open, Math.hypot(upperLid[i][0] - lowerLid[i][0], upperLid[i][1] - lowerLid[i][1]));
    return { outer, along, down, widthPx, openness: open / widthPx, upper: upperLid, lower: lowerLid };
  });
}

/** How open drawn eyes are for eyes that are `openness` open, both over the width. */
const OPENING = { gain: 1.3, more: 0.06, least: 0.2, most: 0.5 };
/** The upper lid takes most of the opening, as it does in a face. */
const UPPER_SHARE = 0.85;
const LOWER_SHARE = 0.4;

/** The same eye, opened wider as drawn eyes are, `strength` of the way. `lift` in [0, 1] limits the upper lid's part. */
export function openedWider(eye: EyeShape, openness: number, strength: number, lift = 1): EyeShape {
  const target = clamp(openness * OPENING.gain + OPENING.more, OPENING.least, OPENING.most);
  const factor = target / Math.max(eye.openness, 0.08);
  const stretched = (lid: readonly Point[], share: number): Point[] =>
    lid.map((point) => {
      const [a, b] = axesOf(eye, point);
      return placeIn(eye, a, b * mix(1, factor, share * strength));
    });
  const upper = stretched(eye.upper, UPPER_SHARE * lift);
  const lower = stretched(eye.lower, LOWER_SHARE);
  return { ...eye, upper, lower, openness: mix(eye.openness, target, strength) };
}
