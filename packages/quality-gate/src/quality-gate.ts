import {
  cosineSimilarity,
  detectFaces,
  embeddingModelIds,
  FACE_DETECTION_MODEL_IDS,
  FACE_PRESENCE_MODEL_ID,
  facePresence,
  likenessScore,
  recordedEmbedder,
  sfaceEmbedder,
  transformLandmarks,
  type FaceEmbedder,
} from '@avatar/face';
import { mapPlanes, shrink, toRaster, shortSide } from '@avatar/image';
import { recordedUse, type ModelHub } from '@avatar/models';
import {
  defineStage,
  sameEmbedder,
  type Artifacts,
  type Avatar,
  type Background,
  type PlanarImage,
  type RasterImage,
  type Stage,
  type StageContext,
  type Verdict,
} from '@avatar/stage';
import { judgeContent, modelsOf, SAFETY_MODEL_IDS, type ContentOpinion } from './content-safety.js';
import { decide, MAX_EXPLICIT_BACKGROUND, type Measurements } from './decide.js';
import { qualityGateSettings, type GateSettings, type QualityGateOptions } from './options.js';

/** Least side of the picture that mesh (192 px of it) and safety models (224 px) are shown. */
const OVERVIEW_SIZE_PX = 400;

type GateInput = Pick<Artifacts, 'avatar' | 'background'> &
  Partial<Pick<Artifacts, 'embedding' | 'cutoutReport' | 'inputReport'>>;

/**
 * Judges the finished picture as it will be saved: is a face still there, does it look like the photo, is it safe to
 * show, and so is its background, whoever it came from; was the person cut out whole; does the photo show enough of the
 * face. Reads `avatar`, `background`; of a character that was measured from a photo also `inputReport`, and of a photo
 * `embedding` and `cutoutReport` too; writes `verdict`. A rejection is a verdict, not an error.
 *
 * @throws AvatarError `invalid-options` at once; `model-unavailable` and `inference-failed` while running
 */
export function qualityGate(
  options: QualityGateOptions & { readonly origin: 'character' },
): Stage<'avatar' | 'background', 'verdict'>;
export function qualityGate(
  options: QualityGateOptions & { readonly origin: 'measured' },
): Stage<'avatar' | 'background' | 'inputReport', 'verdict'>;
export function qualityGate(
  options: QualityGateOptions & { readonly origin?: 'photo' | undefined },
): Stage<'avatar' | 'embedding' | 'background' | 'cutoutReport' | 'inputReport', 'verdict'>;
export function qualityGate(
  options: QualityGateOptions,
):
  | Stage<'avatar' | 'background', 'verdict'>
  | Stage<'avatar' | 'background' | 'inputReport', 'verdict'>
  | Stage<'avatar' | 'embedding' | 'background' | 'cutoutReport' | 'inputReport', 'verdict'> {
  const settings = {
    ...qualityGateSettings(options),
    backgrounds: new WeakMap<PlanarImage, ContentOpinion>(),
  };
  const run = async (input: GateInput, context: StageContext) => {
    const models = recordedUse(settings.models, context);
    const embedder = settings.embedder ? recordedEmbedder(settings.embedder, context) : sfaceEmbedder(models);
    return { verdict: await judge(input, { ...settings, models, embedder }, context) };
  };
  const name = 'quality-gate';
  const drawn = {
    name,
    writes: ['verdict'],
    models: [...FACE_DETECTION_MODEL_IDS, ...SAFETY_MODEL_IDS],
    run,
  } as const;
  if (settings.origin === 'character') return defineStage({ ...drawn, reads: ['avatar', 'background'] });
  if (settings.origin === 'measured')
    return defineStage({ ...drawn, reads: ['avatar', 'background', 'inputReport'] });
  const embedders = embeddingModelIds(settings.embedder);
  return defineStage({
    name,
    reads: ['avatar', 'embedding', 'background', 'cutoutReport', 'inputReport'],
    writes: ['verdict'],
    models: [FACE_PRESENCE_MODEL_ID, ...embedders, ...SAFETY_MODEL_IDS],
    agreements: [sameEmbedder(embedders[0])],
    run,
  });
}

interface Gate extends GateSettings {
  readonly embedder: FaceEmbedder;
  /** Opinions on backgrounds: attempts, and runs of a series, share theirs. */
  readonly backgrounds: WeakMap<PlanarImage, ContentOpinion>;
}

async function judge(input: GateInput, gate: Gate, context: StageContext): Promise<Verdict> {
  const { signal } = context;
  const { avatar } = input;
  const { models, embedder, minLikeness, checks } = gate;
  signal.throwIfAborted();
  const backgroundContent = await judgeBackground(input.background, gate, context);
  const { overview, factor } = overviewOf(avatar.image);
  const presence = checks.facePresence.applies
    ? await presenceOf(avatar, overview, factor, models, signal)
    : 0;
  const { maxExplicit } = checks;
  return decide(
    {
      facePresence: presence,
      ...(await likenessOf(input, embedder, signal)),
      cutout: input.cutoutReport,
      doubts: input.inputReport?.doubts,
      avatarContent: await judgeContent(overview, models, { signal, maxExplicit }),
      backgroundContent,
    },
    { ...checks, minLikeness },
  );
}

/** Confidence in [0, 1] that a face is where the avatar's mesh has it, or anywhere where it has none. */
async function presenceOf(
  { landmarks }: Avatar,
  overview: RasterImage,
  factor: number,
  models: ModelHub,
  signal: AbortSignal,
): Promise<number> {
  if (landmarks === undefined) {
    const { faces } = await detectFaces(overview, models, { signal });
    return faces[0]?.presence ?? 0;
  }
  const shrunk = transformLandmarks(landmarks, { a: 1 / factor, b: 0, tx: 0, ty: 0 });
  return facePresence(overview, shrunk, models, { signal });
}

/** What is known of the likeness: nothing where there is no photo or no mesh to compare by. */
async function likenessOf(
  { avatar: { image, landmarks }, embedding }: GateInput,
  embedder: FaceEmbedder,
  signal: AbortSignal,
): Promise<Pick<Measurements, 'likenessScore' | 'likenessCosine'>> {
  if (embedding === undefined || landmarks === undefined)
    return { likenessScore: undefined, likenessCosine: undefined };
  // At the known landmarks: detection on a stylised face may be off, and the measure would fall with it.
  const likenessCosine = cosineSimilarity(await embedder.embed(image, landmarks, { signal }), embedding);
  const { knots } = embedder.calibration;
  return { likenessScore: likenessScore(likenessCosine, knots), likenessCosine };
}

async function judgeBackground(
  background: Background,
  { models, backgrounds }: Gate,
  context: StageContext,
): Promise<ContentOpinion | undefined> {
  if (background.kind === 'transparent') return undefined;
  const { image } = background;
  const known = backgrounds.get(image);
  if (known !== undefined) {
    // An opinion that was kept is still these models': the same run names the same ones.
    for (const id of modelsOf(known)) context.useModel(id);
    return known;
  }
  const opinion = await judgeContent(overviewOf(image).overview, models, {
    signal: context.signal,
    maxExplicit: MAX_EXPLICIT_BACKGROUND,
  });
  backgrounds.set(image, opinion);
  return opinion;
}

/** The whole picture, not larger than the networks that look at it as a whole need it. */
function overviewOf(image: PlanarImage): { overview: RasterImage; factor: number } {
  const factor = Math.max(1, Math.floor(shortSide(image) / OVERVIEW_SIZE_PX));
  return { overview: toRaster(mapPlanes(image, (plane) => shrink(plane, factor))), factor };
}
