import { missingFace } from '@avatar/face';
import { AvatarError, defineStage, type Faces, type Stage } from '@avatar/stage';
import { reportInput } from './input-report.js';
import { inputGateSettings, type InputGateOptions, type InputPolicy } from './options.js';

/**
 * Judges the photo before anything is made of it: refuses what cannot work, warns of what may not.
 * Reads `photo` and `faces`, writes `inputReport`; each warning is also sent as an event.
 *
 * @throws AvatarError `invalid-options` at once; while running `input-rejected` with the reason `no-face`,
 * `face-not-clear`, `several-faces` or `face-too-small`
 */
export function inputGate(options: InputGateOptions = {}): Stage<'photo' | 'faces', 'inputReport'> {
  const policy = inputGateSettings(options);
  return defineStage({
    name: 'input-gate',
    reads: ['photo', 'faces'],
    writes: ['inputReport'],
    run: async ({ photo, faces }, context) => {
      context.signal.throwIfAborted();
      const refusal = refusalOf(faces, policy);
      if (refusal) throw refusal;
      const inputReport = await reportInput(photo, faces, policy.minCoverage);
      for (const warning of inputReport.warnings) context.warn(warning);
      return { inputReport };
    },
  });
}

/**
 * Why `inputGate` with the same options would refuse a photo; undefined when it would not.
 * @throws AvatarError `invalid-options`
 */
export const inputRefusal = (faces: Faces, options: InputGateOptions = {}): AvatarError | undefined =>
  refusalOf(faces, inputGateSettings(options));

function refusalOf(faces: Faces, { multiFace, leastCoverage }: InputPolicy): AvatarError | undefined {
  const [dominant] = faces.faces;
  if (dominant === undefined) return missingFace(faces);
  if (multiFace === 'reject' && faces.faces.length > 1) return severalFaces(faces.faces.length);
  if (dominant.coverage < leastCoverage) return faceTooSmall(dominant.coverage, leastCoverage);
  return undefined;
}

const severalFaces = (faceCount: number) =>
  AvatarError.rejected(
    'several-faces',
    `There are ${faceCount} faces in the photo. Use or crop a photo with one person.`,
    { facts: { faceCount } },
  );

function faceTooSmall(coverage: number, threshold: number): AvatarError {
  const shown = (coverage * 100).toFixed(1);
  return AvatarError.rejected(
    'face-too-small',
    `The head covers only ${shown} % of the photo, less than ${Number((threshold * 100).toFixed(1))} %. Crop closer or step nearer to the camera.`,
    { facts: { coverage, threshold } },
  );
}
