import type { FaceDetector } from '@avatar/face';
import { faceDetect, innerPhoto } from '@avatar/face-align';
import { load, type LoadOptions } from '@avatar/load';
import type { ModelHub } from '@avatar/models';
import { pipeline } from '@avatar/pipeline-runner';
import { inputRefusal, reportInput, type InputGateOptions } from '@avatar/quality-gate';
import type { DetectedFace, Photo, PhotoSource, StageEvent, Warning } from '@avatar/stage';
import type { PhotoAnalysis } from './photo-analysis.js';

export interface ValidateSettings {
  readonly models: ModelHub;
  readonly detector: FaceDetector | undefined;
  readonly load: LoadOptions | undefined;
  readonly input: InputGateOptions | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Looks at a photo as `generate` would, and stops before the first cost. */
export async function validatePhoto(source: PhotoSource, settings: ValidateSettings): Promise<PhotoAnalysis> {
  const { models, detector, signal } = settings;
  const warnings: Warning[] = [];
  const onEvent = (event: StageEvent): void => {
    if (event.type === 'stage-warning') warnings.push(event.warning);
  };
  const { photo, faces } = await pipeline('source')
    .use(load(settings.load))
    .use(faceDetect({ models, detector }))
    .execute({ source }, { signal, onEvent });
  // Faces are told of in pixels of the whole file; what is judged is the picture that the dominant one is in.
  const inner = await pipeline('photo', 'faces')
    .use(innerPhoto())
    .execute({ photo, faces }, { signal, onEvent });
  const refusal = inputRefusal(inner.faces, settings.input);
  const report = await reportInput(inner.photo, inner.faces, settings.input?.minCoverage);
  return {
    width: photo.sourceWidth,
    height: photo.sourceHeight,
    faceCount: faces.faces.length,
    faces: faces.faces.map((face) => faceInFile(face, photo)),
    inputQualityScore: report.score,
    components: report.components,
    refusal: refusal && {
      reason: refusal.reason ?? 'unknown',
      message: refusal.publicMessage ?? refusal.message,
    },
    warnings: [...warnings, ...report.warnings],
  };
}

/** Coordinates in pixels of the upright file instead of the photo that `load` may have shrunk. */
function faceInFile(face: DetectedFace, photo: Photo): DetectedFace {
  const perPixel = 1 / photo.scale;
  const { box, landmarks } = face;
  return {
    ...face,
    box: {
      x: box.x * perPixel,
      y: box.y * perPixel,
      width: box.width * perPixel,
      height: box.height * perPixel,
    },
    landmarks: { ...landmarks, points: landmarks.points.map((value) => value * perPixel) },
  };
}
