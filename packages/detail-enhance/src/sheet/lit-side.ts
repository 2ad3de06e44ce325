import type { PlanarImage, Plane } from '@avatar/stage';

/** Pixels of the face that are measured: every so many. */
const STRIDE = 7;
const SURE = 0.5;

/** 1 when the right half of the face in the picture is the lighter one, else -1. */
export function litSide({ planes: [, green], width }: PlanarImage, person: Plane, oval: Plane): 1 | -1 {
  const face: number[] = [];
  for (let i = 0; i < green.length; i += STRIDE) if (oval.data[i] * person.data[i] > SURE) face.push(i);
  const middle = mean(face.map((i) => i % width));
  const right = mean(face.filter((i) => i % width > middle).map((i) => green[i]));
  const left = mean(face.filter((i) => i % width <= middle).map((i) => green[i]));
  return left > right ? -1 : 1;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
