import type { CharacterSpec } from '../character-spec.js';
import type { FilledCharacter } from '../filled-character.js';
import type { Hex } from '../head-spec.js';
import type { Accessory, HeadwearStyle } from '../values/worn.js';
import type { Chance } from './chance.js';
import type { Known } from './features.js';

/** Thick rims are dark: pale ones outshine the eyes. Thin metal may shine. */
const RIMS = ['#26231f', '#4a3326', '#5e4630', '#34405a', '#4a4d55', '#7a2f3a'] as const;
const METAL_RIMS = ['#26231f', '#4a3326', '#7a5a3a', '#b0894a', '#8a8f98', '#7a2f3a'] as const;
const CLOTHS = [
  '#3d4a66',
  '#8a5a86',
  '#c8502f',
  '#2f6f6b',
  '#3a3d4c',
  '#b83a3a',
  '#c9a24a',
  '#5f6f4a',
] as const;
/** Headwear that is not of any cloth: what it is made of, and its trimmings, where nobody gave a colour. */
const OWN_COLOURS: Readonly<
  Partial<Record<HeadwearStyle, readonly [hex: readonly Hex[], second: readonly Hex[]]>>
> = {
  hijab: [
    ['#8a5a86', '#2f6f6b', '#3d4a66', '#7a3a44', '#c9b8a0', '#5f6f8a', '#2f2f3a'],
    ['#2d2a3a', '#e6dcc8'],
  ],
  turban: [['#c8502f', '#3d5a96', '#e0a83a', '#2f6f6b', '#7a2f3a', '#f1eee8', '#2d2a3a'], ['#e6dcc8']],
  cap: [
    ['#33415c', '#c8443f', '#2d2a3a', '#3f6f8f', '#5f6f4a', '#8a8f98'],
    ['#f1eee8', '#f2c14e'],
  ],
  beanie: [
    ['#7a3a44', '#3d4a66', '#5f6f4a', '#3a3d4c', '#d9793b', '#c9b8a0'],
    ['#f1eee8', '#d9c4a0'],
  ],
  headphones: [
    ['#26262e', '#f1eee8', '#8a8f98', '#c8443f'],
    ['#8a8f98', '#3a3d4c'],
  ],
  wizard_hat: [['#3d3a8a', '#4a3a7a', '#27406a', '#3a2f4a'], ['#e0b04a']],
  crown: [
    ['#e0b04a', '#d6a33a', '#c7ccd4'],
    ['#b8323f', '#3d5a96', '#2f7a5a'],
  ],
  helmet: [
    ['#9aa6b8', '#b4bac4', '#7d8796'],
    ['#d6a94a', '#8a2f38'],
  ],
  fedora: [
    ['#8a7358', '#4a3a2e', '#3a3d4c', '#8d9096', '#b89a70'],
    ['#2d2a26', '#5a3a28'],
  ],
  hood: [['#3d4a4f', '#4a3a2e', '#33415c', '#4f5a3a', '#5a2f38'], ['#cfb98a']],
};
const PETALS = ['#e8456b', '#f2c14e', '#f4f0ea', '#b06ad0', '#f28a5a'] as const;

/**
 * What is worn, and facial hair. Nobody who was described gets a hat, glasses or a beard that were not mentioned; only a
 * spec that says nothing about the person does.
 */
export function wornOf(given: CharacterSpec, known: Known, beard: string, chance: Chance) {
  const stranger = isStranger(given);
  const maybe = <Value extends string>(question: string, probability: number, value: () => Value) =>
    stranger && chance.happens(question, probability) ? value() : 'none';
  const { presentation, years } = known;
  const facialHair = maybe('facial_hair', Math.max(0, 0.75 - 1.6 * presentation), () =>
    chance.pick('facial_hair.style', {
      stubble: 4,
      short_beard: 3,
      full_beard: 2,
      moustache: 1 + years,
      goatee: 1,
      long_beard: 0.2 + years,
    }),
  );
  const glasses = maybe('glasses', 0.16 + 0.3 * years, () =>
    chance.pick('glasses.style', {
      round: 3,
      rectangle: 3,
      half_rim: 1,
      aviator: 0.7,
      cat_eye: 2 * presentation ** 2,
    }),
  );
  const glassesStyle = given.glasses?.style ?? glasses;
  const rims = glassesStyle === 'round' || glassesStyle === 'aviator' ? METAL_RIMS : RIMS;
  const headwear = maybe('headwear', 0.07, () =>
    chance.pick('headwear.style', {
      cap: 2,
      beanie: 2,
      headphones: 1,
      hijab: presentation > 0.6 ? 2 : 0,
      turban: presentation < 0.4 ? 1.5 : 0,
      fedora: 0.5,
    }),
  );
  const headwearStyle = given.headwear?.style ?? headwear;
  const [ownHex, ownSecond] = OWN_COLOURS[headwearStyle] ?? [];
  const filled: Pick<
    FilledCharacter,
    | 'facial_hair'
    | 'glasses'
    | 'headwear'
    | 'accessories'
    | 'jewellery'
    | 'flower'
    | 'makeup'
    | 'glow'
    | 'effects'
  > = {
    facial_hair: { style: given.facial_hair?.style ?? facialHair, hex: given.facial_hair?.hex ?? beard },
    glasses: {
      style: glassesStyle,
      hex: given.glasses?.hex ?? chance.any('glasses.hex', rims),
    },
    headwear: {
      style: headwearStyle,
      hex: given.headwear?.hex ?? chance.any('headwear.hex', ownHex ?? CLOTHS),
      second: given.headwear?.second ?? chance.any('headwear.second', ownSecond ?? CLOTHS),
      brim: given.headwear?.brim ?? chance.around('headwear.brim', 0.5, 0.4),
      plume: given.headwear?.plume ?? false,
    },
    accessories: given.accessories ?? (stranger ? accessoriesBy(known, chance) : []),
    jewellery: { hex: given.jewellery?.hex ?? chance.any('jewellery.hex', ['#d6a94a', '#c7ccd4']) },
    flower: { hex: given.flower?.hex ?? chance.any('flower.hex', PETALS) },
    makeup: { ...given.makeup },
    effects: given.effects ?? [],
    glow: { hex: given.glow?.hex ?? '#5fe0ff', second: given.glow?.second ?? '#ff5fc8' },
  };
  return filled;
}

/** Whether nothing of the spec says who it is: pose, expression, clothes and seed do not. */
const isStranger = ({ version, seed, pose, expression, clothing, ...person }: CharacterSpec): boolean =>
  Object.values(person).every((value) => value === undefined);

function accessoriesBy({ presentation }: Known, chance: Chance): Accessory[] {
  const odds: readonly (readonly [Accessory, number])[] = [
    ['earrings', 0.05 + 0.35 * presentation],
    ['hoops', 0.12 * presentation],
    ['freckles', 0.08],
    ['mole', 0.06],
    ['nose_ring', 0.03],
    ['necklace', 0.12 * presentation],
  ];
  const worn = odds.filter(([name, probability]) => chance.happens(name, probability)).map(([name]) => name);
  return worn.includes('hoops') ? worn.filter((name) => name !== 'earrings') : worn;
}
