import {
  CLOTHING_STYLES,
  EXPRESSIONS,
  FACIAL_HAIR_STYLES,
  FRAMINGS,
  GLASSES_STYLES,
  HAIR_STYLES,
  HAIR_TEXTURES,
  HEADWEAR_STYLES,
  type CharacterSpec,
  type PoseSpec,
} from '@avatar/character';
import type { Cell } from '../character-sheet.js';
import { COSTUMES } from './costumes.js';
import { DESCRIBED } from './described.js';
import { FACES } from './faces.js';
import { PEOPLE, POSER } from './people.js';

interface Sheet {
  readonly cells: readonly Cell[];
  readonly columns: number;
  readonly sidePx?: number;
  readonly isRound?: boolean;
  /** Every person in all looks, side by side. */
  readonly isBeside?: boolean;
}

const turned = (spec: CharacterSpec, pose: PoseSpec): Cell => ({ spec, options: { pose } });
const YAWS = [-40, 0, 40];
const GROUND = '#d9dde6';

const hairOf = (style: (typeof HAIR_STYLES)[number]['value'], index: number): CharacterSpec => {
  const base = PEOPLE[[8, 4, 0, 11, 6, 10][index % 6]];
  const { texture: _texture, ...hair } = base.hair ?? {};
  const isCoily = /afro|locs/.test(style);
  return {
    ...base,
    facial_hair: { style: 'none' },
    headwear: { style: 'none' },
    accessories: [],
    glasses: { style: 'none' },
    hair: {
      ...hair,
      hex: ['#2a1c1a', '#7a3b22', '#d9a860', '#22202b', '#8a3420', '#5a4334'][index % 6],
      style,
      texture: isCoily ? 'coily' : 'straight',
      part: 'left',
      fringe: 'none',
    },
  };
};

const SKINS = [
  '#fbe3d3',
  '#f3cfb3',
  '#e3b48f',
  '#d39a72',
  '#b97f57',
  '#9a6240',
  '#7a4a30',
  '#5b3522',
  '#40251a',
  '#2f1b13',
];

const HEADWEAR_COLOURS = [
  '#7d6bb0',
  '#8a5a86',
  '#c8502f',
  '#3f6f8f',
  '#8a3a4a',
  '#3a3d4c',
  '#4a4a9a',
  '#e0b04a',
  '#9aa6b8',
  '#8a7358',
  '#3d4a4f',
];

/** What to look at, by name. */
export const SHEETS: Readonly<Record<string, Sheet | undefined>> = {
  people: { columns: 4, cells: PEOPLE.map((spec) => ({ spec })) },
  described: { columns: 6, cells: DESCRIBED.map((spec) => ({ spec })) },
  beside: {
    columns: 6,
    isBeside: true,
    cells: [...PEOPLE, ...DESCRIBED].map((spec) => ({ spec, options: { background: GROUND } })),
  },
  strangers: { columns: 8, cells: Array.from({ length: 32 }, (_, seed) => ({ spec: { seed } })) },
  faces: { columns: 4, cells: FACES.map((spec) => ({ spec, options: { background: GROUND } })) },
  costumes: {
    columns: 4,
    cells: COSTUMES.map(({ spec, background }) => ({ spec, options: { background } })),
  },
  poses: {
    columns: 4,
    cells: [
      turned(POSER, {}),
      turned(POSER, { yaw: 36, gesture: 'arms_crossed' }),
      { spec: POSER, options: { pose: { yaw: -12, roll: 4, gesture: 'wave' }, expression: 'smile' } },
      { spec: POSER, options: { pose: { yaw: 14, roll: -6, framing: 'close_up' }, expression: 'laugh' } },
    ],
  },
  hair: {
    columns: 9,
    cells: HAIR_STYLES.flatMap(({ value }, i) => YAWS.map((yaw) => turned(hairOf(value, i), { yaw }))),
  },
  textures: {
    columns: 8,
    cells: HAIR_STYLES.flatMap(({ value }, i) =>
      HAIR_TEXTURES.map(({ value: texture }) => {
        const spec = hairOf(value, i);
        return turned({ ...spec, hair: { ...spec.hair, texture } }, { yaw: 0 });
      }),
    ),
  },
  headwear: {
    columns: 6,
    cells: HEADWEAR_STYLES.flatMap(({ value: style }, i) =>
      YAWS.map((yaw) =>
        turned(
          {
            ...PEOPLE[[8, 5, 2, 7, 4, 0][i % 6]],
            headwear: { style, hex: HEADWEAR_COLOURS[i % HEADWEAR_COLOURS.length] },
          },
          { yaw },
        ),
      ),
    ),
  },
  clothes: {
    columns: 8,
    cells: CLOTHING_STYLES.flatMap(({ value: style }, i) =>
      [0, 30].map((yaw) => {
        const { pattern: _pattern, ...clothing } = PEOPLE[i % 12].clothing ?? {};
        return turned({ ...PEOPLE[i % 12], clothing: { ...clothing, style } }, { yaw });
      }),
    ),
  },
  gestures: {
    columns: 6,
    cells: (['wave', 'arms_crossed', 'thumbs_up', 'hand_on_chin'] as const).flatMap((gesture) =>
      [POSER, PEOPLE[1], PEOPLE[4]].flatMap((spec) => [0, -28].map((yaw) => turned(spec, { yaw, gesture }))),
    ),
  },
  expressions: {
    columns: 8,
    cells: [POSER, PEOPLE[5], PEOPLE[4]].flatMap((spec) =>
      EXPRESSIONS.map(({ value: expression }) => ({
        spec,
        options: { expression, framing: 'close_up' as const },
      })),
    ),
  },
  skin: {
    columns: 5,
    cells: SKINS.map((hex, i) => ({
      spec: { ...PEOPLE[[8, 9][i % 2]], skin: { hex }, glasses: { style: 'none' } },
      options: { background: GROUND },
    })),
  },
  worn: {
    columns: 7,
    cells: [
      ...GLASSES_STYLES.map(({ value: style }, i) =>
        turned(
          { ...PEOPLE[[9, 0, 4, 5, 8, 1, 10][i % 7]], glasses: { style } },
          { yaw: i % 2 === 1 ? 0 : 28 },
        ),
      ),
      ...FACIAL_HAIR_STYLES.map(({ value: style }, i) =>
        turned({ ...PEOPLE[[5, 7, 11, 9][i % 4]], facial_hair: { style } }, { yaw: i % 2 === 1 ? 0 : -30 }),
      ),
    ],
  },
  framings: {
    columns: 6,
    cells: [POSER, PEOPLE[1], PEOPLE[5], PEOPLE[8]].flatMap((spec) =>
      FRAMINGS.map(({ value: framing }) => ({ spec, options: { framing } })),
    ),
  },
  strip: {
    columns: 12,
    sidePx: 48,
    isRound: true,
    cells: PEOPLE.map((spec) => ({ spec, options: { framing: 'close_up' as const } })),
  },
};
