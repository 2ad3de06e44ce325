import { INNER_LIPS, LEFT_EYE, OUTER_LIPS, RIGHT_EYE, landmarkPolygon } from '@avatar/face';
import { createPlane, fillPolygon, type Point } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { CHIP_SIZE_PX, type FaceChip } from './face-chip.js';

/** Mesh points around parts of the face; right and left are the subject's own. */
const CHEEKS = [
  [50, 205, 206, 216, 207, 187],
  [280, 425, 426, 436, 427, 411],
] as const;
/** From the lower lid to the cheekbone: behind the lens if there is one. */
const UNDER_EYES = [
  [25, 110, 24, 23, 22, 26, 121, 120, 119, 118, 117, 111],
  [255, 339, 254, 253, 252, 256, 350, 349, 348, 347, 346, 340],
] as const;
const FOREHEAD = [9, 107, 108, 151, 337, 336];
/** Jaw and lower cheeks up to the nose; the lips are cut out of it. */
const LOWER_FACE = [
  205, 187, 147, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 376, 411, 425, 426,
  2, 206,
];

/** Half axes in widths of the eye. */
const LENS = { wide: 0.6, high: 0.42, points: 24 };

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** 1 inside the outline of the mesh points, 0 elsewhere. */
export function regionOf(chip: FaceChip, indices: readonly number[], scale = 1): Plane {
  const region = createPlane(CHIP_SIZE_PX, CHIP_SIZE_PX);
  fillPolygon(region, landmarkPolygon(chip.landmarks, indices, scale));
  return region;
}

function without(region: Plane, chip: FaceChip, indices: readonly number[], scale: number): Plane {
  fillPolygon(region, landmarkPolygon(chip.landmarks, indices, scale), 0);
  return region;
}

/** Right, then left. */
export const cheeks = (chip: FaceChip): Plane[] => CHEEKS.map((points) => regionOf(chip, points));
/** Right, then left. */
export const underEyes = (chip: FaceChip): Plane[] => UNDER_EYES.map((points) => regionOf(chip, points));
/** Right, then left: ellipses as large as lenses. */
export const lenses = (chip: FaceChip): Plane[] =>
  [RIGHT_EYE, LEFT_EYE].map((eye) => {
    const outline = landmarkPolygon(chip.landmarks, eye);
    const xs = outline.map(([x]) => x);
    const [x, y] = [mean(xs), mean(outline.map(([, at]) => at))];
    const width = Math.max(...xs) - Math.min(...xs);
    const region = createPlane(CHIP_SIZE_PX, CHIP_SIZE_PX);
    fillPolygon(
      region,
      Array.from({ length: LENS.points }, (_, i): Point => {
        const angle = (2 * Math.PI * i) / LENS.points;
        return [x + LENS.wide * width * Math.cos(angle), y + LENS.high * width * Math.sin(angle)];
      }),
    );
    return region;
  });
export const forehead = (chip: FaceChip): Plane => regionOf(chip, FOREHEAD);
export const mouth = (chip: FaceChip): Plane => regionOf(chip, OUTER_LIPS);
/** Between the lips. */
export const openMouth = (chip: FaceChip): Plane => regionOf(chip, INNER_LIPS);
export const lips = (chip: FaceChip): Plane => without(mouth(chip), chip, INNER_LIPS, 1);
/** With a margin around the lips, whose edge is soft. */
export const lowerFace = (chip: FaceChip): Plane =>
  without(regionOf(chip, LOWER_FACE), chip, OUTER_LIPS, 1.25);
