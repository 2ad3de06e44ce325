import type { CharacterSpec } from '../character-spec.js';
import type { FilledCharacter } from '../filled-character.js';
import type { Age } from '../values/person.js';
import type { Chance, Weights } from './chance.js';

const AGE_WEIGHTS: Weights<Age> = {
  young_adult: 42,
  early_middle_age: 27,
  late_middle_age: 18,
  senior: 13,
};

/** How far along a life, 0 to 1, for what comes with the years. */
export const YEARS: Readonly<Record<Age, number>> = {
  young_adult: 0,
  early_middle_age: 0.35,
  late_middle_age: 0.7,
  senior: 1,
};

/** The name of the question is part of every seed: this one gives the first seeds all ages, the default a young one. */
export const ageBy = (chance: Chance): Age => chance.pick('life', AGE_WEIGHTS);

/** Mostly towards one side, as people are; sometimes between. A beard or a dress decides, where it is given. */
export function presentationBy({ facial_hair, clothing, headwear }: CharacterSpec, chance: Chance): number {
  const bearded = (facial_hair?.style ?? 'none') !== 'none';
  const side = bearded
    ? 'masculine'
    : clothing?.style === 'dress' || headwear?.style === 'hijab'
      ? 'feminine'
      : chance.pick('presentation.side', { masculine: 45, feminine: 45, between: 10 });
  return chance.around('presentation', { masculine: 0.15, feminine: 0.85, between: 0.5 }[side], 0.15);
}

/** Outline of face and body. */
export function buildOf(given: CharacterSpec, presentation: number, chance: Chance) {
  const masculine = 1 - presentation;
  const by = (question: string, middle = 0.5, reach = 0.58) => chance.around(question, middle, reach);
  const { face, body } = given;
  const build = body?.build ?? by('body.build', 0.47, 0.5);
  const filled: Pick<FilledCharacter, 'face' | 'body' | 'ears'> = {
    face: {
      width: face?.width ?? by('face.width', 0.42 + 0.16 * build),
      jaw: face?.jaw ?? by('face.jaw', 0.35 + 0.32 * masculine),
      chin: face?.chin ?? by('face.chin', 0.4 + 0.2 * masculine),
      cheeks: face?.cheeks ?? by('face.cheeks', 0.36 + 0.28 * build),
      length: face?.length ?? by('face.length'),
    },
    body: { shoulders: body?.shoulders ?? by('body.shoulders', 0.2 + 0.55 * masculine, 0.3), build },
    ears: { shape: given.ears?.shape ?? chance.any('ears.shape', ['round', 'square', 'lobe'] as const) },
  };
  return filled;
}
