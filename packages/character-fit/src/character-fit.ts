import { dominantFace, PERSON_PARTS_MODEL_ID } from '@avatar/face';
import { recordedUse, type ModelHub } from '@avatar/models';
import { defineStage, knownOptions, type Stage } from '@avatar/stage';
import { fitCharacter } from './fit-character.js';

export interface CharacterFitOptions {
  readonly models: ModelHub;
}

/**
 * Measures the dominant face of a photo as a character. Reads `photo`, `faces`, writes `character`, which every look
 * of `@avatar/character-draw` draws, and `characterFit`, which says how sure each field is.
 *
 * The seed of the run is that of the character: it decides small irregularities only. The intensity of the run changes
 * nothing.
 *
 * @throws AvatarError `invalid-options` at once; `input-rejected` (`no-face`, `face-not-clear`), `model-unavailable`
 *   and `inference-failed` while running
 */
export function characterFit(
  options: CharacterFitOptions,
): Stage<'photo' | 'faces', 'character' | 'characterFit'> {
  knownOptions('characterFit', options, ['models']);
  const { models } = options;
  return defineStage({
    name: 'character-fit',
    reads: ['photo', 'faces'],
    writes: ['character', 'characterFit'],
    models: [PERSON_PARTS_MODEL_ID],
    run: async ({ photo, faces }, context) => {
      const { signal, seed } = context;
      signal.throwIfAborted();
      const { landmarks } = dominantFace(faces);
      const fit = await fitCharacter([{ photo, landmarks }], recordedUse(models, context), { signal });
      return { character: { ...fit.character, seed }, characterFit: fit };
    },
  });
}
