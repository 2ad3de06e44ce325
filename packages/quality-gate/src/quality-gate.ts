import { cosineSimilarity, embedFace, facePresence, landmarkBox } from '@avatar/face';
import { toRaster } from '@avatar/image';
import { defineStage, type Artifacts, type Stage, type StageContext, type Verdict } from '@avatar/stage';
import { explicitContent, MAX_EXPLICIT } from './content-safety.js';
import { decide } from './decide.js';
import { likenessScore } from './likeness-score.js';
import { gateSettings, type GateSettings, type QualityGateOptions } from './options.js';

/** What the detector says at least of every face that a person still sees in a stylised picture. */
const MIN_FACE_PRESENCE = 0.4;

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
  const image = toRaster(avatar.image);
  const box = landmarkBox(avatar.landmarks);
  const expected = { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
  const presence = await facePresence(image, expected, models, { signal });
  // At the known landmarks: detection on a stylised face may be off, and the measure would fall with it.
  const cosine = cosineSimilarity(await embedFace(image, avatar.landmarks, models, { signal }), embedding);
  const explicit = await explicitContent(image, models, { signal });
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
