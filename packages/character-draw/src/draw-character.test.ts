import {
  ACCESSORIES,
  CLOTHING_STYLES,
  EFFECTS,
  EXPRESSIONS,
  FACIAL_HAIR_STYLES,
  fillCharacter,
  FRAMINGS,
  GESTURES,
  GLASSES_STYLES,
  HAIR_STYLES,
  HAIR_TEXTURES,
  HEADWEAR_STYLES,
  type CharacterSpec,
} from '@avatar/character';
import { rgbToLab, seededRandom } from '@avatar/image';
import { AvatarError } from '@avatar/stage';
import { describe, expect, it } from 'vitest';
import { drawCharacter } from './draw-character.js';
import { notDrawn } from './not-drawn.js';
import { LOOK_NAMES } from './looks/looks.js';

const VECTOR_LOOKS = ['anime', 'flat'] as const;
const MOST_SVG_BYTES = 300_000;

type Named = readonly { readonly value: string }[];

/** A person of whom everything is drawn by lot: also what nobody would wear together. */
function anybody(index: number): CharacterSpec {
  const random = seededRandom(index * 7919 + 13);
  const any = <List extends Named>(list: List) =>
    list[Math.floor(random() * list.length)].value as List[number]['value'];
  const some = <List extends Named>(list: List) =>
    list.map(({ value }) => value as List[number]['value']).filter(() => random() < 0.4);
  const share = () => random();
  return {
    seed: index,
    face: { width: share(), jaw: share(), chin: share(), cheeks: share(), length: share() },
    hair: { style: any(HAIR_STYLES), texture: any(HAIR_TEXTURES), volume: share(), recession: share() },
    facial_hair: { style: any(FACIAL_HAIR_STYLES) },
    glasses: { style: any(GLASSES_STYLES) },
    headwear: { style: any(HEADWEAR_STYLES), plume: random() < 0.5 },
    clothing: { style: any(CLOTHING_STYLES) },
    accessories: some(ACCESSORIES),
    effects: some(EFFECTS),
    body: { shoulders: share(), build: share() },
    expression: any(EXPRESSIONS),
    pose: {
      yaw: random() * 90 - 45,
      pitch: random() * 24 - 12,
      roll: random() * 30 - 15,
      gesture: any(GESTURES),
      framing: any(FRAMINGS),
    },
  };
}

const svgOf = async (spec: CharacterSpec, look: (typeof VECTOR_LOOKS)[number]): Promise<string> =>
  (await drawCharacter(spec, { look, format: 'svg' })).picture;

describe.each(VECTOR_LOOKS)('look %s', (look) => {
  it('draws anybody: finite numbers, a small file, nothing left out', async () => {
    for (let i = 0; i < 90; i++) {
      const { picture, unsupported } = await drawCharacter(anybody(i), { look, format: 'svg' });
      expect(picture).not.toMatch(/NaN|undefined|Infinity|null/);
      expect(picture.length).toBeLessThan(MOST_SVG_BYTES);
      // Headwear may cover what hangs on ears and in the hair; nothing else is left out.
      expect(unsupported.filter((wish) => !/^accessories=(earrings|hoops|flower)$/.test(wish))).toEqual([]);
      expect(picture).not.toMatch(/<text|font|<image|filter/);
    }
  }, 120_000);

  it('keeps the largest heads of hair under the size too', async () => {
    for (const style of ['afro', 'long_locs', 'long_curly', 'curly_short'] as const)
      for (const clothing of ['leather_jacket', 'sweater', 'armor'] as const) {
        const svg = await svgOf(
          {
            seed: 3,
            hair: { style, texture: 'coily', volume: 1 },
            facial_hair: { style: 'full_beard' },
            accessories: ['freckles', 'hoops', 'necklace'],
            clothing: { style: clothing, pattern: 'plaid' },
            pose: { gesture: 'arms_crossed' },
          },
          look,
        );
        expect(svg.length).toBeLessThan(MOST_SVG_BYTES);
      }
  });

  it('gives the same bytes for the same person, and others for another seed', async () => {
    const spec = anybody(5);
    const [first, second] = [await svgOf(spec, look), await svgOf(spec, look)];
    expect(second).toBe(first);
    const raster = async () =>
      (await drawCharacter({}, { look, seed: 8, sizePx: 128, format: 'raster' })).picture.data;
    expect(await raster()).toEqual(await raster());
    expect(await svgOf({ ...spec, seed: 99 }, look)).not.toBe(first);
  });

  it('draws something of its own for every value', async () => {
    const base: CharacterSpec = {
      ...fillCharacter({}, 4),
      headwear: { style: 'none' },
      glasses: { style: 'none' },
    };
    const variants: readonly (readonly CharacterSpec[])[] = [
      HAIR_STYLES.map(({ value: style }) => ({ ...base, hair: { ...base.hair, style } })),
      [undefined, '#e0407a'].map((second) => ({
        ...base,
        hair: { ...base.hair, ...(second && { second }) },
      })),
      (['pool', 'ring', 'split', 'star'] as const).map((iris) => ({ ...base, eyes: { ...base.eyes, iris } })),
      HEADWEAR_STYLES.map(({ value: style }) => ({ ...base, headwear: { style } })),
      CLOTHING_STYLES.map(({ value: style }) => ({ ...base, clothing: { ...base.clothing, style } })),
      GLASSES_STYLES.map(({ value: style }) => ({ ...base, glasses: { style } })),
      FACIAL_HAIR_STYLES.map(({ value: style }) => ({ ...base, facial_hair: { style } })),
      ACCESSORIES.map(({ value }) => ({ ...base, accessories: [value] })),
      EFFECTS.map(({ value }) => ({ ...base, effects: [value] })),
      EXPRESSIONS.map(({ value: expression }) => ({ ...base, expression })),
      GESTURES.map(({ value: gesture }) => ({ ...base, pose: { gesture } })),
      FRAMINGS.map(({ value: framing }) => ({ ...base, pose: { framing } })),
    ];
    for (const specs of variants) {
      const pictures = await Promise.all(specs.map((spec) => svgOf(spec, look)));
      expect(new Set(pictures).size).toBe(pictures.length);
    }
  });

  it('keeps the colour of the skin, from very light to very dark', async () => {
    for (const hex of [
      '#fbe3d3',
      '#f3cfb3',
      '#d39a72',
      '#b97f57',
      '#7a4a30',
      '#5b3522',
      '#40251a',
      '#2f1b13',
    ]) {
      const spec: CharacterSpec = {
        ...fillCharacter({ age: 'young_adult', expression: 'neutral' }, 2),
        skin: { hex },
        hair: { style: 'slick_back' },
        accessories: [],
        facial_hair: { style: 'none' },
        glasses: { style: 'none' },
        headwear: { style: 'none' },
        pose: { yaw: 0, pitch: 0, roll: 0, framing: 'close_up' },
      };
      const { picture } = await drawCharacter(spec, {
        look,
        sizePx: 200,
        format: 'raster',
        background: 'none',
      });
      // The cheeks and the forehead at the lit side.
      const labs: [number, number, number][] = [];
      for (let y = 75; y < 130; y++)
        for (let x = 72; x < 92; x++) {
          const at = (y * picture.width + x) * 4;
          const [r, g, b] = picture.data.slice(at, at + 3);
          labs.push(rgbToLab(r / 255, g / 255, b / 255));
        }
      const median = [0, 1, 2].map((c) => labs.map((lab) => lab[c]).sort((p, q) => p - q)[labs.length >> 1]);
      const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
      const wanted = rgbToLab(r, g, b);
      const distance = Math.hypot(...median.map((value, c) => value - wanted[c]));
      expect(
        distance,
        `${hex} came out ${median.map(Math.round).join(' ')} for ${wanted.map(Math.round).join(' ')}`,
      ).toBeLessThan(9);
    }
  });

  it('leaves the ground transparent when it is asked to', async () => {
    const { picture } = await drawCharacter({}, { look, sizePx: 64, format: 'raster', background: 'none' });
    expect(picture.data[3]).toBe(0);
    expect(picture.data[(40 * 64 + 32) * 4 + 3]).toBe(255);
  });
});

describe('drawCharacter', () => {
  it('reports what it has nothing for, and only what somebody asked for', async () => {
    const wished = await drawCharacter(
      {
        clothing: { style: 'armor', pattern: 'plaid', lapel: 'peak' },
        hair: { style: 'buzz', fringe: 'side', second: '#ff0000' },
      },
      { look: 'flat', format: 'svg' },
    );
    expect(wished.unsupported).toEqual([
      'clothing.pattern=plaid',
      'clothing.lapel=peak',
      'hair.fringe=side',
      'hair.second=#ff0000',
    ]);
    const drawn = await drawCharacter(
      {
        clothing: { style: 'suit', pattern: 'plaid', lapel: 'peak' },
        hair: { style: 'bob', fringe: 'side', second: '#ff0000' },
      },
      { look: 'flat', format: 'svg' },
    );
    expect(drawn.unsupported).toEqual([]);
  });

  it.each(LOOK_NAMES)('names what the look %s leaves out', (look) => {
    expect(notDrawn({ clothing: { style: 'armor', pattern: 'dots' } }, look)).toEqual([
      'clothing.pattern=dots',
    ]);
    expect(notDrawn({ clothing: { style: 'tshirt', pattern: 'dots' } }, look)).toEqual([]);
    expect(notDrawn({ hair: { style: 'mohawk', fringe: 'curtain' } }, look)).toEqual(['hair.fringe=curtain']);
    const accessories = ['hoops', 'flower', 'freckles'] as const;
    expect(notDrawn({ accessories, headwear: { style: 'hood' } }, look)).toEqual([
      'accessories=hoops',
      'accessories=flower',
    ]);
    expect(notDrawn({ accessories, headwear: { style: 'fedora' } }, look)).toEqual([]);
  });

  it('gives a PNG of the asked size, and tells who was drawn', async () => {
    const { picture, character } = await drawCharacter(
      { expression: 'smile' },
      {
        look: 'flat',
        sizePx: 48,
        expression: 'sad',
        framing: 'close_up',
        pose: { yaw: 12 },
      },
    );
    expect([...picture.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    expect(character.expression).toBe('sad');
    expect(character.pose).toMatchObject({ yaw: 12, framing: 'close_up' });
  });

  it.each([
    ['a look that does not exist', { look: 'oil' }],
    ['a picture that is too large', { look: 'flat', sizePx: 4096 }],
    ['an unknown option', { look: 'flat', colour: 'red' }],
    ['a ground that is no colour', { look: 'flat', background: 'url(#x)' }],
    ['vectors of a look that has none', { look: 'toon3d', format: 'svg' }],
    ['a turn too far', { look: 'flat', pose: { yaw: 80 } }],
    ['a framing that does not exist', { look: 'flat', framing: 'ear' }],
    ['an expression that does not exist', { look: 'flat', expression: 'hungry' }],
  ])('refuses %s', async (_what, options) => {
    const error = await drawCharacter({}, options as never).catch((reason: unknown) => reason);
    expect(AvatarError.is(error) && error.code).toBe('invalid-options');
  });

  it('refuses markup in colours', async () => {
    const spec = { skin: { hex: '"/><script>' } } as CharacterSpec;
    await expect(drawCharacter(spec, { look: 'anime', format: 'svg' })).rejects.toThrow(AvatarError);
  });
});
