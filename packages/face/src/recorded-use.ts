import type { StageContext } from '@avatar/stage';
import type { FaceDetector } from './detection/face-detector.js';
import type { FaceEmbedder } from './identity/face-embedder.js';

type Recorder = Pick<StageContext, 'useModel'>;

/** A detector as one run of a stage uses it: its models are told to the context, as those of a hub are. */
export const recordedDetector = (detector: FaceDetector, context: Recorder): FaceDetector => ({
  modelIds: detector.modelIds,
  input: detector.input,
  detect: (square, minScore, options) => {
    detector.modelIds.forEach((id) => context.useModel(id));
    return detector.detect(square, minScore, options);
  },
});

/** The same for an embedder. */
export const recordedEmbedder = (embedder: FaceEmbedder, context: Recorder): FaceEmbedder => ({
  calibration: embedder.calibration,
  embed: (image, landmarks, options) => {
    context.useModel(embedder.calibration.modelId);
    return embedder.embed(image, landmarks, options);
  },
});
