import { applyTransform, transformScale } from '@avatar/image';
import type { ModelHub } from '@avatar/models';
import type { FaceLandmarks, RasterImage } from '@avatar/stage';
import { startFaceRun, type FaceOptions, type FaceRun } from '../detection/face-run.js';
import { MESH_POINTS } from './mesh-topology.js';
import { cropSquare, squareToPicture, type Square } from '../detection/square-crop.js';
import { uprightBounds } from './upright-bounds.js';

export const MESH_MODEL_ID = 'facemesh';
const INPUT_SIZE_PX = 192;
const PIXELS = { scale: 1 / 255, offset: 0 };
/** Side of the crop over the longer side of the face in it. */
export const MESH_MARGIN = 1.5;

export interface MeshResult {
  readonly landmarks: FaceLandmarks;
  /** Confidence that the crop shows a face, in [0, 1]. */
  readonly presence: number;
}

/** One pass of the mesh on a square that is turned with the face. Y. Kartynnik et al., 2019. */
export async function meshInSquare(run: FaceRun, square: Square): Promise<MeshResult> {
  const model = await run.models.load(MESH_MODEL_ID, run.options);
  const data = cropSquare(run.pyramid, square, INPUT_SIZE_PX, PIXELS);
  const dims = [1, 3, INPUT_SIZE_PX, INPUT_SIZE_PX];
  const { mesh, presence } = await model.run({ image: { data, dims } }, run.options);
  const toPicture = squareToPicture(square, INPUT_SIZE_PX);
  const depthScale = transformScale(toPicture);
  const points = new Float32Array(MESH_POINTS * 3);
  for (let i = 0; i < points.length; i += 3) {
    const [x, y] = applyTransform(toPicture, Number(mesh.data[i]), Number(mesh.data[i + 1]));
    points[i] = x;
    points[i + 1] = y;
    points[i + 2] = Number(mesh.data[i + 2]) * depthScale;
  }
  return { landmarks: { scheme: 'mesh468', points }, presence: Number(presence.data[0]) };
}

/** The square that the mesh should see: level with the eyes, around all points in that turn. */
export function squareAround(landmarks: FaceLandmarks): Square {
  const { angleRad, left, top, right, bottom, toPicture } = uprightBounds(landmarks);
  const centre = toPicture((left + right) / 2, (top + bottom) / 2);
  return { centre, angleRad, sidePx: Math.max(right - left, bottom - top) * MESH_MARGIN };
}

/** Runs the mesh again `passes` times, each on the square around the points of the pass before. */
export async function refineMesh(run: FaceRun, first: MeshResult, passes: number): Promise<MeshResult> {
  let result = first;
  for (let pass = 0; pass < passes; pass++) result = await meshInSquare(run, squareAround(result.landmarks));
  return result;
}

/** Passes after the first: the turn is then right to about a tenth of a degree. */
export const REFINEMENTS = 2;

/**
 * Finds the mesh again in a picture where the face is known to be near `expected`, such as an avatar made from it.
 *
 * @throws AvatarError `model-unavailable`, `inference-failed`
 */
export function meshLandmarks(
  image: RasterImage,
  expected: FaceLandmarks,
  models: ModelHub,
  options: FaceOptions = {},
): Promise<MeshResult> {
  const run = startFaceRun(image, models, options);
  return refineMesh(run, { landmarks: expected, presence: 0 }, REFINEMENTS + 1);
}
