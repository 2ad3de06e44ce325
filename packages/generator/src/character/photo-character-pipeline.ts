import { background, type BackgroundOptions, type DrawnBackground } from '@avatar/bg-generate';
import { characterDraw, type LookName } from '@avatar/character-draw';
import { characterFit } from '@avatar/character-fit';
import { composite } from '@avatar/composite';
import { detailEnhance } from '@avatar/detail-enhance';
import { faceAlign } from '@avatar/face-align';
import { cutout } from '@avatar/matte';
import { pipeline, retryAtLowerIntensity } from '@avatar/pipeline-runner';
import { qualityGate } from '@avatar/quality-gate';
import { characterEdits } from './character-edits.js';
import {
  backdropOf,
  frameOf,
  photoStages,
  savedAs,
  seenStages,
  type AvatarPipelineOptions,
} from '../shared-stages.js';

/**
 * From a photo to the drawn character of the person in it. Neither matte nor aligned face is needed for that, but for a
 * background that is made of the photo's own.
 */
export function photoCharacterPipeline(options: AvatarPipelineOptions, look: LookName) {
  const { models, background: ground } = options;
  return ground.kind === 'photo'
    ? pipeline('source')
        .use(photoStages(options))
        .use(photoGround(options))
        .use(characterFit({ models }))
        .use(characterEdits(options))
        .use(drawnStages(options, look))
        .use(savedAs(options))
    : pipeline('source')
        .use(seenStages(options))
        .use(drawnGround(options))
        .use(characterFit({ models }))
        .use(characterEdits(options))
        .use(drawnStages(options, look))
        .use(savedAs(options));
}

/** The character in front of its background, and its gate. No intensity changes a drawing: there is one attempt. */
const drawnStages = (options: AvatarPipelineOptions, look: LookName) => {
  const { models, style, onFail, light } = options;
  const drawn = pipeline('character', 'background', 'inputReport')
    .use(characterDraw({ look, size: frameOf(options).outputSize }))
    .use(composite());
  const gate = qualityGate({ models, style, origin: 'measured' });
  const once = {
    intensities: [1],
    onFail: onFail === 'discard' ? 'discard' : 'return_best',
  } as const;
  return light === undefined
    ? retryAtLowerIntensity({ ...once, body: drawn.use(gate) })
    : retryAtLowerIntensity({
        ...once,
        body: drawn.use(detailEnhance({ style, light, origin: 'character' })).use(gate),
      });
};

/** The kind of the background was looked at: the type lists what needs no photo. */
const drawnGround = (options: AvatarPipelineOptions) =>
  background({ ...backdropOf(options), size: frameOf(options).outputSize } as BackgroundOptions<
    DrawnBackground | 'image'
  >);

const photoGround = (options: AvatarPipelineOptions) => {
  const { models, embedder } = options;
  return pipeline('photo', 'faces', 'matte')
    .use(faceAlign({ models, embedder, ...frameOf(options) }))
    .use(cutout())
    .use(background(backdropOf(options)));
};
