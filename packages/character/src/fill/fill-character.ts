import { integerOption } from '@avatar/stage';
import { CHARACTER_VERSION, type CharacterSpec } from '../character-spec.js';
import type { FilledCharacter } from '../filled-character.js';
import { checkCharacter } from '../schema/check-character.js';
import { MAX_SEED } from '../schema/character-schema.js';
import { chanceOf } from './chance.js';
import { clothesOf } from './clothes.js';
import { browsOf, eyesOf, mouthOf, noseOf, type Known } from './features.js';
import { hairOf, browColour, grownColour } from './hair.js';
import { ageBy, buildOf, presentationBy, YEARS } from './person.js';
import { skinBy } from './skin.js';
import { expressionBy, poseOf } from './stance.js';
import { wornOf } from './worn.js';

/**
 * A whole person from what is known of them. What is given is never changed; the rest is drawn by the seed, plausibly, and
 * each field by itself, so that one more given field leaves the others as they were. The same spec and seed give the same
 * person.
 *
 * Skin of every tone is equally likely. Glasses, headwear, beards and jewellery come by chance only where the spec says
 * nothing about the person.
 *
 * @param seed an integer from 0 to 4294967295, default 0; a seed in the spec belongs to the person and goes first
 * @throws AvatarError `invalid-options`
 */
export function fillCharacter(spec: CharacterSpec, seed = 0): FilledCharacter {
  const given = checkCharacter(spec);
  const personSeed = given.seed ?? integerOption('seed', seed, 0, MAX_SEED);
  const chance = chanceOf(personSeed);
  const age = given.age ?? ageBy(chance);
  const known: Known = {
    skin: given.skin?.hex ?? skinBy(chance),
    presentation: given.presentation ?? presentationBy(given, chance),
    years: YEARS[age],
  };
  const hair = hairOf(given.hair, known, chance);
  const strands = grownColour(hair);
  return {
    version: CHARACTER_VERSION,
    seed: personSeed,
    skin: { hex: known.skin },
    age,
    presentation: known.presentation,
    ...buildOf(given, known.presentation, chance),
    eyes: eyesOf(given.eyes, known, chance),
    brows: browsOf(given.brows, browColour(strands), known, chance),
    nose: noseOf(given.nose, chance),
    mouth: mouthOf(given.mouth, known, chance),
    hair,
    ...wornOf(given, known, strands, chance),
    clothing: clothesOf(given.clothing, known, chance),
    expression: given.expression ?? expressionBy(chance),
    pose: poseOf(given.pose, chance),
  };
}
