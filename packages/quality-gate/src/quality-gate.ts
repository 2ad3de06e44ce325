import { cosineSimilarity, embedFace, facePresence, transformLandmarks } from '@avatar/face';
import { mapPlanes, shrink, toRaster } from '@avatar/image';
import {
  defineStage,
  type Artifacts,
  type Background,
  type PlanarImage,
  type RasterImage,
  type Stage,
  type StageContext,
  type Verdict,
} from '@avatar/stage';
import { judgeContent, type ContentOpinion } from './content-safety.js';
import { decide } from './decide.js';
import { likenessScore } from './likeness-score.js';
import { MAX_EXPLICIT_BACKGROUND } from './decide.js';
import { gateSettings, type GateSettings, type QualityGateOptions } from './options.js';

/** Least side of the picture that mesh (192 px of it) and safety models (224 px) are shown. */
const OVERVIEW_SIZE_PX = 400;

type GateInput = Pick<Artifacts, 'avatar' | 'embedding' | 'background' | 'cutoutReport'>;

/**
 * Judges the finished picture as it will be saved: is a face still there, does it look like the photo, is it safe to
 * show, and so is its background, whoever it came from; was the person cut out whole. Reads `avatar`, `embedding`, `background` and
 * `cutoutReport`, writes `verdict`. A rejection is a
 * verdict, not an error.
 *
 * @throws AvatarError `invalid-options` at once; `model-unavailable` and `inference-failed` while running
 */
export function qualityGate(
  options: QualityGateOptions,
): Stage<'avatar' | 'embedding' | 'background' | 'cutoutReport', 'verdict'> {
  const settings = { ...gateSettings(options), backgrounds: new WeakMap<PlanarImage, ContentOpinion>() };
  return defineStage({
    name: 'quality-gate',
    reads: ['avatar', 'embedding', 'background', 'cutoutReport'],
    writes: ['verdict'],
    run: async (input, context) => ({ verdict: await judge(input, settings, context) }),
  });
}

interface Gate extends GateSettings {
  /** Opinions on backgrounds: attempts, and runs of a series, share theirs. */
  readonly backgrounds: WeakMap<PlanarImage, ContentOpinion>;
}

async function judge(input: GateInput, gate: Gate, context: StageContext): Promise<Verdict> {
  const { avatar, embedding, cutoutReport } = input;
  const { models, minLikeness, checks } = gate;
  const { signal } = context;
  signal.throwIfAborted();
  const backgroundContent = await judgeBackground(input.background, gate, signal);
  const { overview, factor } = overviewOf(avatar.image);
  const shrinking = { a: 1 / factor, b: 0, tx: 0, ty: 0 };
  const landmarks = transformLandmarks(avatar.landmarks, shrinking);
  const presence = await facePresence(overview, landmarks, models, { signal });
  // At the known landmarks: detection on a stylised face may be off, and the measure would fall with it.
  const seen = await embedFace(avatar.image, avatar.landmarks, models, { signal });
  const cosine = cosineSimilarity(seen, embedding);
  const { maxExplicit } = checks;
  return decide(
    {
      facePresence: presence,
      likenessScore: likenessScore(cosine),
      likenessCosine: cosine,
      cutout: cutoutReport,
      avatarContent: await judgeContent(overview, models, { signal, maxExplicit }),
      backgroundContent,
    },
    { ...checks, minLikeness },
  );
}

async function judgeBackground(
  background: Background,
  { models, backgrounds }: Gate,
  signal: AbortSignal,
): Promise<ContentOpinion | undefined> {
  if (background.kind === 'transparent') return undefined;
  const { image } = background;
  const known = backgrounds.get(image);
  if (known !== undefined) return known;
  const opinion = await judgeContent(overviewOf(image).overview, models, {
    signal,
    maxExplicit: MAX_EXPLICIT_BACKGROUND,
  });
  backgrounds.set(image, opinion);
  return opinion;
}

/** The whole picture, not larger than the networks that look at it as a whole need it. */
function overviewOf(image: PlanarImage): { overview: RasterImage; factor: number } {
  const factor = Math.max(1, Math.floor(image.width / OVERVIEW_SIZE_PX));
  return { overview: toRaster(mapPlanes(image, (plane) => shrink(plane, factor))), factor };
}
