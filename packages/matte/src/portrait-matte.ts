import {
  defineStage,
  type Box,
  type DetectedFace,
  type Matte,
  type Plane,
  type RasterImage,
  type Stage,
} from '@avatar/stage';
import {
  dominantFace,
  FACE_OVAL,
  headCover,
  headWholeness,
  landmarkPolygon,
  PERSON_PARTS_MODEL_ID,
  WHOLE_HEAD,
} from '@avatar/face';
import { quarterTurnsToUpright, type QuarterTurns } from '@avatar/image';
import { recordedUse, type ModelHub } from '@avatar/models';
import { includeFace, keepComponents } from './model/clean-matte.js';
import { FINER_WITH_CHEST, headAndShoulders, placeHead, type HeadPlacement } from './model/head-region.js';
import { fillHoles } from './model/holes.js';
import { clearSeenThrough } from './presence/seen-through.js';
import { modelPicture, runMatteModel } from './model/matte-model.js';
import { keepFirstPerson, type FirstPerson } from './model/people.js';
import { headsInMatte, landmarksInMatte, toMatte } from './model/subjects.js';
import { type PortraitMatteOptions, portraitMatteSettings } from './options.js';
import { fuseMattes } from './presence/fuse-mattes.js';
import { strangersBeside } from './presence/strangers.js';
import { findPresence, type Presence } from './presence/presence-model.js';
import { undecidedAround } from './presence/undecided.js';
import { stretched } from './second-look.js';

const MATTE_MODEL_ID = 'modnet';
/** The face's outline in the mesh is a little wide. */
const FACE_SCALE = 0.97;
/** A model sees a person from this opacity on. */
const SEEN = 0.5;

/** What is looked at, and for whom. */
interface Look {
  readonly models: ModelHub;
  readonly region: Box;
  readonly quarterTurns: QuarterTurns;
  /** The dominant one first. */
  readonly faces: readonly DetectedFace[];
  readonly everybody: boolean;
}

/** Both models' opinions on one picture as one matte, cleaned. */
async function matteOf(picture: RasterImage, look: Look, signal: AbortSignal): Promise<Matte> {
  const { models, region, quarterTurns, faces, everybody } = look;
  const model = await models.load(MATTE_MODEL_ID, { signal });
  const fine = await runMatteModel(model, picture, quarterTurns, signal);
  signal.throwIfAborted();
  const presence = await findPresence(models, picture, quarterTurns, signal);
  const heads = headsInMatte(faces, region, fine);
  const place = toMatte(region, fine);
  let alpha = presence
    ? fuseMattes(fine, presence, picture, everybody ? undefined : heads.slice(0, 1))
    : fine;
  for (const { landmarks } of everybody ? faces : faces.slice(0, 1))
    alpha = includeFace(alpha, landmarkPolygon(landmarks, FACE_OVAL, FACE_SCALE).map(place));
  let seamHeads = 0;
  if (!everybody) ({ alpha, seamHeads } = alone(alpha, picture, heads, presence));
  const seeds = (everybody ? heads : heads.slice(0, 1)).map(({ eyes }) => eyes);
  alpha = fillHoles(keepComponents(alpha, seeds), picture);
  if (!presence) return { alpha, region, seamHeads };
  alpha = clearSeenThrough(alpha, picture, presence, heads[0]);
  const undecided = undecidedAround(alpha, fine, presence, heads[0]);
  return { alpha, region, seamHeads, confirmed: confirmedShare(alpha, fine), undecided };
}

/** Without everybody else: whose faces were found, and whose were not. */
function alone(
  alpha: Plane,
  picture: RasterImage,
  heads: readonly HeadPlacement[],
  presence: Presence | undefined,
): FirstPerson {
  const nobodyElse = { alpha, seamHeads: 0 };
  if (!presence) return heads.length > 1 ? keepFirstPerson(alpha, picture, heads) : nobodyElse;
  const { face, hair } = presence;
  const strangers = strangersBeside(presence, [face.width / alpha.width, face.height / alpha.height], heads);
  if (heads.length + strangers.heads.length < 2) return nobodyElse;
  return keepFirstPerson(alpha, picture, heads, { ...strangers, hair });
}

/** How much of the person in the finished matte the fine model had seen itself. */
function confirmedShare({ data }: Plane, fine: Plane): number {
  let person = 0;
  let confirmed = 0;
  for (let i = 0; i < data.length; i++) {
    if (data[i] < SEEN) continue;
    person++;
    if (fine.data[i] >= SEEN) confirmed++;
  }
  return person === 0 ? 0 : confirmed / person;
}

/**
 * A matte that lost a part of the head is tried again on a picture with more light and contrast; the more whole one
 * is taken.
 */
async function wholestMatte(picture: RasterImage, look: Look, signal: AbortSignal): Promise<Matte> {
  const { region, faces } = look;
  const wholenessOf = ({ alpha }: Matte): number =>
    headWholeness(headCover(alpha, landmarksInMatte(faces[0].landmarks, region, alpha)));
  const first = await matteOf(picture, look, signal);
  const wholeness = wholenessOf(first);
  if (wholeness >= WHOLE_HEAD) return first;
  signal.throwIfAborted();
  const second = await matteOf(stretched(picture), look, signal);
  return wholenessOf(second) > wholeness ? second : first;
}

/**
 * Finds the opacity of the dominant person on head and shoulders (2.5 head heights), turned by right angles to bring
 * the head upright: a coarse model says who is there, MODNet where the edge is. Other people and loose parts are
 * removed, the face is kept whole, holes in hair are closed. Where a part of the head is missing, a brightened
 * picture is tried.
 *
 * Reads `photo` and `faces`, writes `matte` at the model's resolution.
 *
 * @throws AvatarError `invalid-options`; `input-rejected` (`no-face`, `face-not-clear`); `model-unavailable`,
 * `inference-failed`
 */
export function portraitMatte(options: PortraitMatteOptions): Stage<'photo' | 'faces', 'matte'> {
  const { models, inputSidePx: sidePx, region: extent } = portraitMatteSettings(options);
  const withChest = extent === 'chest';
  // The model takes sides of whole blocks of 32 px.
  const inputSidePx = withChest ? 32 * Math.round((sidePx * FINER_WITH_CHEST) / 32) : sidePx;
  return defineStage({
    name: 'portrait-matte',
    reads: ['photo', 'faces'],
    writes: ['matte'],
    models: [MATTE_MODEL_ID, PERSON_PARTS_MODEL_ID],
    run: async ({ photo: { image }, faces }, context) => {
      const { signal } = context;
      signal.throwIfAborted();
      const head = placeHead(dominantFace(faces).landmarks);
      const everybody = extent === 'photo';
      const region = everybody
        ? { x: 0, y: 0, width: image.width, height: image.height }
        : headAndShoulders(head, image, withChest);
      const picture = await modelPicture(image, { region, inputSidePx });
      const quarterTurns = quarterTurnsToUpright(head.rollRad);
      const look = {
        models: recordedUse(models, context),
        region,
        quarterTurns,
        faces: faces.faces,
        everybody,
      };
      return { matte: await (everybody ? matteOf : wholestMatte)(picture, look, signal) };
    },
  });
}
