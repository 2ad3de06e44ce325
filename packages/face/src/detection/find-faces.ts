import { quarterTurnsToUpright, type QuarterTurns } from '@avatar/image';
import type { Faces } from '@avatar/stage';
import { detectInFrame, detectInTiles, distinct, isLarge } from './candidates.js';
import type { FaceCandidate } from './face-detector.js';
import type { DetectionRun } from './detection-run.js';
import { landmarkBox } from '../mesh/landmarks.js';
import { refineMesh, REFINEMENTS, type MeshResult } from '../mesh/mesh.js';
import { isBeyondDoubt, QUARTERS_RAD, tryAllTurns, tryOwnTurn, tryTurn, type Trial } from './orientation.js';
import { boxOverlap } from './overlap.js';
import { eyeLineAngle } from '../mesh/pose.js';
import { tryProfile } from './profile.js';
import { recogniseDoubt } from './recognise-doubt.js';
import { isFace, isWronglyTurned } from './verify.js';

export interface FoundFace {
  /** The detector's. */
  readonly score: number;
  readonly mesh: MeshResult;
}

export interface FaceSearch {
  found: FoundFace[];
  /** Candidates that did not pass verification. */
  unclear: number;
  /** What one of them shows; looked for only where no face is found. */
  unclearAs?: Faces['unclearAs'];
  /** Not 0 when the picture should be turned clockwise by so many quarters and searched again. */
  turnsToUpright: QuarterTurns;
}

interface Tried {
  readonly candidate: FaceCandidate;
  readonly trial: Trial;
  /** Another one, for the case that this is no face after all. */
  readonly otherwise?: Trial;
}

/** Two candidates whose meshes lie this much on each other are one face. */
const SAME_FACE_IOU = 0.4;
const SAME_FACE_PART = 0.7;
const EQUALLY_SURE = 1e-4;
/** Candidates that are looked at once more for what they show. */
const MAX_RECOGNISED = 3;

async function tryAll(run: DetectionRun, candidates: readonly FaceCandidate[]): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const candidate of candidates) tried.push({ candidate, trial: await tryOwnTurn(run, candidate) });
  return tried;
}

/** The largest face about whose turn there is no doubt. */
function surest(tried: readonly Tried[]): Tried | undefined {
  const sure = tried.filter(({ trial }) => isBeyondDoubt(trial));
  return sure.sort((a, b) => b.candidate.box.width - a.candidate.box.width)[0];
}

const neededTurn = (tried: Tried): QuarterTurns =>
  quarterTurnsToUpright(eyeLineAngle(tried.trial.mesh.landmarks));

/** Looks at the whole picture in the three other turns, until a face is beyond doubt. */
async function findTurn(run: DetectionRun): Promise<QuarterTurns> {
  for (const turnRad of QUARTERS_RAD.slice(1)) {
    const sure = surest(await tryAll(run, await detectInFrame(run, turnRad)));
    if (sure) return neededTurn(sure);
  }
  return 0;
}

/** Gives the doubtful candidates of an upright picture a second chance; the best one, when no face is sure, every chance. */
async function settle(run: DetectionRun, tried: readonly Tried[]): Promise<Tried[]> {
  const settled: Tried[] = [];
  const nothingIsSure = surest(tried) === undefined;
  for (const [rank, { candidate, trial }] of tried.entries())
    if (isBeyondDoubt(trial)) settled.push({ candidate, trial });
    else if (nothingIsSure && rank === 0)
      settled.push({ candidate, ...(await surestTurn(run, candidate, trial)) });
    else settled.push({ candidate, trial: await tryTurn(run, candidate, trial, 0) });
  return settled;
}

async function surestTurn(
  run: DetectionRun,
  candidate: FaceCandidate,
  own: Trial,
): Promise<Omit<Tried, 'candidate'>> {
  const best = await tryAllTurns(run, candidate, own);
  const upright = best !== own && (await isWronglyTurned(run, candidate, best.mesh, own.mesh)) ? own : best;
  const trial = await tryProfile(run, candidate, upright);
  return trial === upright ? { trial } : { trial, otherwise: upright };
}

/** Everything that looks like a face. The tiles are left out when a large face is beyond doubt. */
async function tryCandidates(run: DetectionRun): Promise<Tried[]> {
  const inFrame = await detectInFrame(run, 0);
  if (inFrame.some((candidate) => isLarge(candidate, run))) {
    const tried = await tryAll(run, distinct(inFrame));
    if (tried.some(({ candidate, trial }) => isLarge(candidate, run) && isBeyondDoubt(trial))) return tried;
  }
  return tryAll(run, await detectInTiles(run, inFrame));
}

/** The faces of a picture, or the turn that it needs first. A picture that has been turned is taken as it is. */
export async function findFaces(run: DetectionRun, { isTurned = false } = {}): Promise<FaceSearch> {
  const tried = await tryCandidates(run);
  const sure = surest(tried);
  const turns = isTurned ? 0 : sure ? neededTurn(sure) : await findTurn(run);
  const search: FaceSearch = { found: [], unclear: 0, turnsToUpright: turns };
  if (turns !== 0) return search;
  const doubtful: MeshResult[] = [];
  for (const { candidate, trial, otherwise } of await settle(run, tried)) {
    let verified = await verify(run, candidate, trial);
    if (!verified.isFace && otherwise) verified = await verify(run, candidate, otherwise);
    const { mesh } = verified;
    if (verified.isFace) addUnlessKnown(search.found, { score: candidate.score, mesh });
    else doubtful.push(mesh);
  }
  search.unclear = doubtful.length;
  if (search.found.length > 0) return search;
  for (const mesh of doubtful.slice(0, MAX_RECOGNISED)) search.unclearAs ??= await recogniseDoubt(run, mesh);
  return search;
}

async function verify(
  run: DetectionRun,
  candidate: FaceCandidate,
  trial: Trial,
): Promise<{ readonly mesh: MeshResult; readonly isFace: boolean }> {
  const mesh = await refineMesh(run, trial.mesh, REFINEMENTS - 1);
  return { mesh, isFace: await isFace(run, candidate, mesh) };
}

/** Of two finds of one face the surer one stays, or the larger one when both are sure: the other saw only a part. */
function addUnlessKnown(found: FoundFace[], face: FoundFace): void {
  const box = landmarkBox(face.mesh.landmarks);
  const known = found.findIndex(({ mesh }) => {
    const { overUnion, overSmaller } = boxOverlap(landmarkBox(mesh.landmarks), box);
    return overUnion > SAME_FACE_IOU || overSmaller > SAME_FACE_PART;
  });
  if (known < 0) found.push(face);
  else if (isBetter(face.mesh, found[known].mesh)) found[known] = face;
}

function isBetter(a: MeshResult, b: MeshResult): boolean {
  const gain = a.presence - b.presence;
  if (Math.abs(gain) > EQUALLY_SURE) return gain > 0;
  return landmarkBox(a.landmarks).width > landmarkBox(b.landmarks).width;
}
