import { defineStage, type Box, type DetectedFace, type Matte, type Plane, type Stage } from '@avatar/stage';
import { dominantFace, FACE_OVAL, landmarkPolygon } from '@avatar/face';
import { quarterTurnsToUpright, type Point } from '@avatar/image';
import { includeFace, keepComponents } from './model/clean-matte.js';
import { headAndShoulders, placeHead, type HeadPlacement } from './model/head-region.js';
import { fillHoles } from './model/holes.js';
import { runMatteModel, type RawMatte } from './model/matte-model.js';
import { fuseMattes } from './presence/fuse-mattes.js';
import { findPresence, type Presence } from './presence/presence-model.js';
import { type PortraitMatteOptions, portraitMatteSettings } from './options.js';
import { keepFirstPerson } from './model/people.js';

/** The face's outline in the mesh is a little wide. */
const FACE_SCALE = 0.97;
/** A face this much smaller than the dominant one belongs to somebody far away: the model and the component handle that. */
const BYSTANDER = 0.25;

/** From pixels of the photo to pixels of a matte over `region`. */
const toMatte =
  (region: Box, { width, height }: Plane) =>
  ([x, y]: Point): Point => [
    ((x - region.x) * width) / region.width,
    ((y - region.y) * height) / region.height,
  ];

/** Heads whose face lies in the region, in pixels of the matte; the dominant one first. */
function headsInMatte(faces: readonly DetectedFace[], region: Box, alpha: Plane): HeadPlacement[] {
  const place = toMatte(region, alpha);
  const scale = Math.sqrt((alpha.width * alpha.height) / (region.width * region.height));
  return faces
    .map(({ landmarks }) => placeHead(landmarks))
    .map(({ eyes, heightPx, rollRad }) => ({ eyes: place(eyes), heightPx: heightPx * scale, rollRad }))
    .filter(({ eyes: [x, y], heightPx }, index, all) => {
      const near = heightPx / 2;
      const inside = x > -near && y > -near && x < alpha.width + near && y < alpha.height + near;
      return index === 0 || (inside && heightPx > BYSTANDER * all[0].heightPx);
    });
}

function cleanMatte(
  { alpha: raw, picture }: RawMatte,
  presence: Presence,
  region: Box,
  faces: readonly DetectedFace[],
  everybody: boolean,
): Matte {
  const heads = headsInMatte(faces, region, raw);
  const place = toMatte(region, raw);
  let alpha = fuseMattes(raw, presence, picture, everybody ? undefined : heads.slice(0, 1));
  for (const { landmarks } of everybody ? faces : faces.slice(0, 1))
    alpha = includeFace(alpha, landmarkPolygon(landmarks, FACE_OVAL, FACE_SCALE).map(place));
  if (!everybody && heads.length > 1) alpha = keepFirstPerson(alpha, picture, heads);
  const seeds = (everybody ? heads : heads.slice(0, 1)).map(({ eyes }) => eyes);
  alpha = fillHoles(keepComponents(alpha, seeds), picture);
  return { alpha, region };
}

/**
 * Finds the opacity of the dominant person in one run of MODNet on head and shoulders (2.5 head heights), turned by right
 * angles to bring the head upright. Other people and loose parts are removed, the face is kept whole, holes in hair are
 * closed.
 *
 * Reads `photo` and `faces`, writes `matte` at the model's resolution.
 *
 * @throws AvatarError `invalid-options`; `input-rejected` (`no-face`, `face-not-clear`); `model-unavailable`, `inference-failed`
 */
export function portraitMatte(options: PortraitMatteOptions): Stage<'photo' | 'faces', 'matte'> {
  const { models, inputSidePx, region: extent } = portraitMatteSettings(options);
  return defineStage({
    name: 'portrait-matte',
    reads: ['photo', 'faces'],
    writes: ['matte'],
    run: async ({ photo: { image }, faces }, { signal }) => {
      signal.throwIfAborted();
      const head = placeHead(dominantFace(faces).landmarks);
      const everybody = extent === 'photo';
      const region = everybody
        ? { x: 0, y: 0, width: image.width, height: image.height }
        : headAndShoulders(head, image);
      const model = await models.load('modnet', { signal });
      const quarterTurns = quarterTurnsToUpright(head.rollRad);
      const raw = await runMatteModel(model, image, { region, inputSidePx, quarterTurns }, signal);
      signal.throwIfAborted();
      const presence = await findPresence(models, raw.picture, quarterTurns, signal);
      return { matte: cleanMatte(raw, presence, region, faces.faces, everybody) };
    },
  });
}
