import {
  CLOTHING_PATTERNS,
  CLOTHING_STYLES,
  EFFECTS,
  FACIAL_HAIR_STYLES,
  GLASSES_STYLES,
  HAIR_STYLES,
  HAIR_TEXTURES,
  HEADWEAR_STYLES,
  type CharacterSpec,
} from '@avatar/character';

const SKINS = ['#f0cdb4', '#e0ac82', '#c98d62', '#a8683f', '#7a4a30', '#4a2c1f'];
const HAIRS = ['#1c1512', '#3a2418', '#6a3a22', '#a5522a', '#d8b26a', '#c9c6cb', '#e0559a'];
const CLOTHS = ['#26324a', '#e67e22', '#1e7a6a', '#c03030', '#a9cdef', '#5a4a8a', '#d9c49a'];

const turn = <T>(values: readonly T[], i: number): T => values[i % values.length];
const wearable = HEADWEAR_STYLES.filter(({ value }) => value !== 'none');

/** People with every hair style, then every headwear, clothing and beard among them, 60 in all. */
export const BUST_SPECS: readonly { readonly name: string; readonly spec: CharacterSpec }[] = [
  ...HAIR_STYLES.map(({ value }, i) => ({ name: `hair-${value}`, i, wears: { hair: { style: value } } })),
  ...wearable.map(({ value }, i) => ({
    name: `headwear-${value}`,
    i: i + 3,
    wears: { headwear: { style: value } },
  })),
  ...CLOTHING_STYLES.map(({ value }, i) => ({
    name: `clothing-${value}`,
    i: i + 5,
    wears: { clothing: { style: value, hex: turn(CLOTHS, i), pattern: turn(CLOTHING_PATTERNS, i).value } },
  })),
  ...FACIAL_HAIR_STYLES.slice(1).map(({ value }, i) => ({
    name: `beard-${value}`,
    i: i + 7,
    wears: { facial_hair: { style: value, hex: turn(HAIRS, i) } },
  })),
  ...EFFECTS.slice(0, 4).map(({ value }, i) => ({
    name: `effect-${value}`,
    i: i + 2,
    wears: { effects: [value] },
  })),
].map(({ name, i, wears }) => ({
  name,
  spec: {
    seed: i,
    age: i % 7 === 6 ? 'senior' : 'young_adult',
    skin: { hex: turn(SKINS, i) },
    presentation: (i % 5) / 4,
    clothing: { style: turn(CLOTHING_STYLES, i * 3).value, hex: turn(CLOTHS, i) },
    glasses: { style: i % 3 === 0 ? turn(GLASSES_STYLES, i / 3).value : 'none' },
    ...wears,
    hair: {
      style: turn(HAIR_STYLES, i * 5).value,
      hex: turn(HAIRS, i),
      texture: turn(HAIR_TEXTURES, i).value,
      ...('hair' in wears && wears.hair),
    },
  },
}));
