import {
  dominantFace,
  embeddingModelIds,
  headHeightPx,
  recordedEmbedder,
  sfaceEmbedder,
  transformLandmarks,
} from '@avatar/face';
import { createPlane, transformScale, warpSimilarity } from '@avatar/image';
import { recordedUse } from '@avatar/models';
import {
  defineStage,
  sameEmbedder,
  sameSize,
  type AlignedFace,
  type DetectedFace,
  type FaceEmbedding,
  type Faces,
  type Matte,
  type Photo,
  type Stage,
  type StageContext,
  shortSidePx,
} from '@avatar/stage';
import type { WantedFrame } from './frame-cost.js';
import { wantedFrame } from './wanted-frame.js';
import { frameTransform, solveFraming } from './framing.js';
import { faceAlignSettings, type FaceAlignOptions, type FaceAlignSettings } from './options.js';
import { frameSubject, type FramedSubject } from './slanted-framing.js';
import { describeSubject } from './subject.js';
import { uprightTurn } from './upright-turn.js';
import { borderTurn, insideOf, matteWithin } from './photo-border.js';
import { warpMatte } from './warp-matte.js';

/** More pixels of the delivered picture than this for one of the photo's file look soft. */
const MAX_ENLARGEMENT = 1.5;

function warnIfEnlarged(enlargement: number, context: StageContext): void {
  if (enlargement <= MAX_ENLARGEMENT) return;
  context.warn({
    code: 'upscaled',
    message: 'The face is small in the photo and had to be enlarged. Use a larger photo or one taken closer.',
    measured: enlargement,
    threshold: MAX_ENLARGEMENT,
  });
}

function frameFor(
  { landmarks, pose }: DetectedFace,
  { image: { width, height }, border }: Photo,
  matte: Matte | undefined,
  wanted: WantedFrame,
): FramedSubject {
  const rollRad = uprightTurn(landmarks, pose);
  const matteGoesOn = wanted.width !== wanted.height;
  const person = matte && border ? matteWithin(matte, border) : matte;
  const describe = (turnRad: number) =>
    describeSubject(landmarks, { width, height, border, matteGoesOn }, person, turnRad);
  if (matte) return frameSubject(wanted, rollRad, describe, border && borderTurn(border));
  const subject = describe(rollRad);
  return { ...solveFraming(wanted, subject), subject };
}

async function align(
  { photo, faces, matte }: { photo: Photo; faces: Faces; matte?: Matte },
  settings: FaceAlignSettings,
  context: StageContext,
): Promise<{ face: AlignedFace; embedding: FaceEmbedding }> {
  const { signal } = context;
  const { models, embedder, framing, circularCrop, outputSize: size, deliveredSizePx } = settings;
  signal.throwIfAborted();
  const detected = dominantFace(faces);
  const { frame, subject } = frameFor(detected, photo, matte, wantedFrame(framing, circularCrop, size));
  const transform = frameTransform(frame, subject, size);
  warnIfEnlarged((transformScale(transform) * photo.scale * deliveredSizePx) / shortSidePx(size), context);
  const { image: crop, inside: insideImage } = await warpSimilarity(
    photo.image,
    transform,
    size.widthPx,
    size.heightPx,
  );
  const inside = photo.border ? insideOf(photo.border, insideImage, transform) : insideImage;
  const alpha = matte ? warpMatte(matte, transform, size) : createPlane(size.widthPx, size.heightPx, 1);
  const landmarks = transformLandmarks(detected.landmarks, transform);
  signal.throwIfAborted();
  const recorded = embedder
    ? recordedEmbedder(embedder, context)
    : sfaceEmbedder(recordedUse(models, context));
  const embedding = await recorded.embed(crop, landmarks, { signal });
  const { pose } = detected;
  return {
    face: { crop, inside, alpha, landmarks, pose, transform, headHeightPx: headHeightPx(landmarks) },
    embedding,
  };
}

type Written = 'face' | 'embedding';

/**
 * Cuts the upright square around the dominant face and takes its identity.
 *
 * The head is always turned upright, by whatever angle. The frame comes as near to `framing` as it can without showing
 * a place where the photo's border cuts the person; outside the photo `face.inside` is 0.
 *
 * Warns `upscaled` when a pixel of the delivered picture is worth less than 1/1.5 pixels of the photo's file.
 *
 * @throws AvatarError `input-rejected` (`no-face`, `face-not-clear`), `model-unavailable`, `inference-failed`
 */
export function faceAlign(
  options: FaceAlignOptions & { readonly frameFrom: 'landmarks' },
): Stage<'photo' | 'faces', Written>;
export function faceAlign(
  options: FaceAlignOptions & { readonly frameFrom?: 'matte' },
): Stage<'photo' | 'faces' | 'matte', Written>;
export function faceAlign(
  options: FaceAlignOptions,
): Stage<'photo' | 'faces', Written> | Stage<'photo' | 'faces' | 'matte', Written> {
  const settings = faceAlignSettings(options);
  const embedders = embeddingModelIds(settings.embedder);
  const common = {
    name: 'face-align',
    writes: ['face', 'embedding'],
    models: embedders,
    agreements: [sameSize(['face'], settings.outputSize), sameEmbedder(embedders[0])],
  } as const;
  if (settings.frameFrom === 'landmarks')
    return defineStage({
      ...common,
      reads: ['photo', 'faces'],
      run: ({ photo, faces }, context) => align({ photo, faces }, settings, context),
    });
  return defineStage({
    ...common,
    reads: ['photo', 'faces', 'matte'],
    run: (input, context) => align(input, settings, context),
  });
}
