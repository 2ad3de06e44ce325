import { cosineSimilarity, embedFace, facePresence, landmarkBox, type ExpectedFace } from '@avatar/face';
import { mapPlanes, shrink, toRaster } from '@avatar/image';
import {
  defineStage,
  type Artifacts,
  type PlanarImage,
  type RasterImage,
  type Stage,
  type StageContext,
  type Verdict,
} from '@avatar/stage';
import { explicitContent, MAX_EXPLICIT } from './content-safety.js';
import { decide } from './decide.js';
import { likenessScore } from './likeness-score.js';
import { gateSettings, type GateSettings, type QualityGateOptions } from './options.js';

/** What the detector says at least of every face that a person still sees in a stylised picture. */
const MIN_FACE_PRESENCE = 0.4;
/** Least side of the picture that detector (256 px) and safety model (224 px) are shown. */
const OVERVIEW_SIZE_PX = 400;

type GateInput = Pick<Artifacts, 'avatar' | 'embedding'>;

/**
 * Judges the finished picture as it will be saved: is a face still there, does it look like the photo, is it safe to
 * show. Reads `avatar` and `embedding`, writes `verdict`. A rejection is a verdict, not an error.
 *
 * @throws AvatarError `invalid-options` at once; `model-unavailable` and `inference-failed` while running
 */
export function qualityGate(options: QualityGateOptions): Stage<'avatar' | 'embedding', 'verdict'> {
  const settings = gateSettings(options);
  return defineStage({
    name: 'quality-gate',
    reads: ['avatar', 'embedding'],
    writes: ['verdict'],
    run: async (input, context) => ({ verdict: await judge(input, settings, context) }),
  });
}

async function judge(input: GateInput, settings: GateSettings, context: StageContext): Promise<Verdict> {
  const { avatar, embedding } = input;
  const { models, minLikeness } = settings;
  const { signal } = context;
  signal.throwIfAborted();
  const { overview, factor } = overviewOf(avatar.image);
  const presence = await facePresence(overview, expectedFace(avatar, factor), models, { signal });
  // At the known landmarks: detection on a stylised face may be off, and the measure would fall with it.
  const seen = await embedFace(avatar.image, avatar.landmarks, models, { signal });
  const cosine = cosineSimilarity(seen, embedding);
  const explicit = await explicitContent(overview, models, { signal });
  return decide(
    {
      facePresence: presence,
      likenessScore: likenessScore(cosine),
      likenessCosine: cosine,
      explicitContent: explicit,
    },
    { minFacePresence: MIN_FACE_PRESENCE, minLikeness, maxExplicit: MAX_EXPLICIT },
  );
}

/** The whole picture, not larger than the networks that look at it as a whole need it. */
function overviewOf(image: PlanarImage): { overview: RasterImage; factor: number } {
  const factor = Math.max(1, Math.floor(image.width / OVERVIEW_SIZE_PX));
  return { overview: toRaster(mapPlanes(image, (plane) => shrink(plane, factor))), factor };
}

/** Where the landmarks are, in pixels of the overview. */
function expectedFace({ landmarks }: Artifacts['avatar'], factor: number): ExpectedFace {
  const { x, y, width, height } = landmarkBox(landmarks);
  return { x: (x + width / 2) / factor, y: (y + height / 2) / factor, width: width / factor };
}
