import type { CharacterSpec } from '@avatar/character';
import { fitCharacter, type FaceInPhoto } from '@avatar/character-fit';
import { dominantFace, type FaceDetector } from '@avatar/face';
import { faceDetect, innerPhoto } from '@avatar/face-align';
import { load, type LoadOptions } from '@avatar/load';
import type { ModelHub } from '@avatar/models';
import { pipeline } from '@avatar/pipeline-runner';
import { inputGate, type InputGateOptions } from '@avatar/quality-gate';
import { invalidOption, type PhotoSource } from '@avatar/stage';
import type { MeasuredFields } from '../avatar-result.js';

/** A person as measured from photos. */
export interface MeasuredCharacter {
  /** Keep it, let the person correct it, draw it in any look and pose. */
  readonly character: CharacterSpec;
  readonly measured: MeasuredFields;
}

export interface MeasureSettings {
  readonly models: ModelHub;
  readonly detector: FaceDetector | undefined;
  readonly load: LoadOptions | undefined;
  readonly input: InputGateOptions | undefined;
  readonly signal: AbortSignal | undefined;
}

/** More photos than this say nothing new. */
const MOST_PHOTOS = 16;

/** Measures one person from their photos, one after the other. @throws AvatarError as `generate` does */
export async function measureCharacter(
  sources: readonly PhotoSource[],
  { models, detector, load: limits, input, signal }: MeasureSettings,
): Promise<MeasuredCharacter> {
  if (sources.length < 1 || sources.length > MOST_PHOTOS)
    throw invalidOption(`1 to ${MOST_PHOTOS} photos`, 'photos', sources.length);
  const seen = pipeline('source')
    .use(load(limits))
    .use(faceDetect({ models, detector }))
    .use(innerPhoto())
    .use(inputGate(input));
  const shown: FaceInPhoto[] = [];
  for (const source of sources) {
    const { photo, faces } = await seen.execute({ source }, { signal });
    shown.push({ photo, landmarks: dominantFace(faces).landmarks });
  }
  const { character, ...measured } = await fitCharacter(shown, models, signal ? { signal } : {});
  return { character, measured };
}
