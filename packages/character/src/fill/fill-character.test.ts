import { AvatarError } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import type { CharacterSpec } from '../character-spec.js';
import { AGES } from '../values/person.js';
import { HAIR_STYLES } from '../values/hair.js';
import { checkCharacter } from '../schema/check-character.js';
import { darknessOf } from './skin.js';
import { fillCharacter } from './fill-character.js';

const people = Array.from({ length: 2000 }, (_, seed) => fillCharacter({}, seed));
const shareOf = (values: readonly unknown[], value: unknown) =>
  values.filter((other) => other === value).length / values.length;

/** Every leaf of the given spec with its path. */
function leavesOf(value: unknown, path: string[] = []): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]))
    : [[path.join('.'), value]];
}

describe('a spec with nothing in it', () => {
  test('gives the same person for the same seed, and another for another', () => {
    expect(fillCharacter({}, 7)).toEqual(fillCharacter({}, 7));
    expect(new Set(people.map((person) => JSON.stringify(person))).size).toBe(people.length);
  });

  test('gives a valid spec whose second filling changes nothing', () => {
    for (const person of people) {
      expect(checkCharacter(person)).toEqual(person);
      expect(fillCharacter(person, 99)).toEqual(person);
    }
  });

  test('gives every tone of skin as often', () => {
    const tenths = people.map(({ skin }) => Math.min(4, Math.floor(darknessOf(skin.hex) * 5)));
    for (let fifth = 0; fifth < 5; fifth++) expect(shareOf(tenths, fifth)).toBeGreaterThan(0.13);
  });

  test('gives every age, texture and hair style', () => {
    for (const { value } of AGES)
      expect(
        shareOf(
          people.map(({ age }) => age),
          value,
        ),
      ).toBeGreaterThan(0.08);
    const styles = new Set(people.map(({ hair }) => hair.style));
    const missing = HAIR_STYLES.map(({ value }) => value).filter((style) => !styles.has(style));
    expect(missing).toEqual(['mohawk']);
    for (const texture of ['straight', 'wavy', 'curly', 'coily'])
      expect(
        shareOf(
          people.map(({ hair }) => hair.texture),
          texture,
        ),
      ).toBeGreaterThan(0.12);
  });

  test('gives plausible combinations', () => {
    for (const person of people) {
      if (person.facial_hair.style !== 'none') expect(person.presentation).toBeLessThan(0.5);
      if (person.age === 'young_adult') expect(person.hair.grey).toBe(0);
      if (person.hair.style === 'afro') expect(person.hair.texture).toBe('coily');
      if (person.clothing.style === 'dress') expect(person.presentation).toBeGreaterThan(0.4);
      expect(['armor', 'cloak', 'spacesuit']).not.toContain(person.clothing.style);
      expect(person.accessories.includes('hoops') && person.accessories.includes('earrings')).toBe(false);
    }
    const grey = people.filter(({ age, hair }) => age === 'senior' && hair.grey > 0.5);
    expect(grey.length).toBeGreaterThan(150);
  });
});

describe('hair that is spoken of', () => {
  type Hair = NonNullable<CharacterSpec['hair']>;
  const stylesOf = (hair: Hair) =>
    new Set(Array.from({ length: 400 }, (_, seed) => fillCharacter({ seed, hair }, 0).hair.style));

  test.each<Hair>([{ hex: '#b5442a' }, { texture: 'wavy' }, { fringe: 'side' }])('is there: %o', (hair) => {
    expect(stylesOf(hair)).not.toContain('bald');
    expect(stylesOf(hair)).not.toContain('receding');
  });

  test('is worn so that curls are seen', () => {
    expect([...stylesOf({ texture: 'curly' })].sort()).toEqual(['curly_short', 'long_curly']);
    expect([...stylesOf({ texture: 'coily' })]).not.toContain('buzz');
    expect(stylesOf({ recession: 0.5 })).toContain('bald');
  });
});

describe('a spec with something in it', () => {
  const given: CharacterSpec = {
    skin: { hex: '#AA7744' },
    hair: { style: 'mohawk', second: '#00ff88', hex: '#112233' },
    eyes: { lid: 'single', lashes: 0 },
    nose: { width: 0.95 },
    facial_hair: { style: 'long_beard' },
    accessories: [],
    pose: { yaw: -45, framing: 'full_body' },
    clothing: { style: 'armor' },
  };

  test('keeps all that is given', () => {
    for (let seed = 0; seed < 50; seed++) {
      const filled = new Map(leavesOf(fillCharacter(given, seed)));
      for (const [path, value] of leavesOf(given)) expect(filled.get(path)).toEqual(value);
    }
  });

  test('suits the rest to it', () => {
    const broad = Array.from({ length: 100 }, (_, seed) => fillCharacter(given, seed));
    expect(
      shareOf(
        broad.map(({ nose }) => nose.shape),
        'broad',
      ),
    ).toBeGreaterThan(0.6);
    for (const person of broad) {
      expect(person.presentation).toBeLessThan(0.5);
      expect(person.hair.grey).toBe(0);
      expect(person.brows.hex).toBe('#112233');
    }
  });

  test('puts nothing on a person who was described', () => {
    for (let seed = 0; seed < 200; seed++) {
      const person = fillCharacter({ hair: { hex: '#112233' }, presentation: 0.2 }, seed);
      expect(person.headwear.style).toBe('none');
      expect(person.glasses.style).toBe('none');
      expect(person.facial_hair.style).toBe('none');
      expect(person.accessories).toEqual([]);
    }
  });

  test('leaves the other fields as they were when one more is given', () => {
    const before = new Map(leavesOf(fillCharacter({ presentation: 0.8, eyes: { size: 0.5 } }, 12)));
    const after = leavesOf(fillCharacter({ presentation: 0.8, eyes: { size: 0.5 }, pose: { pitch: 3 } }, 12));
    const changed = after.filter(
      ([path, value]) => JSON.stringify(before.get(path)) !== JSON.stringify(value),
    );
    expect(changed).toEqual([['pose.pitch', 3]]);
  });

  test('gives brows and beard the colour of hair, never a dye, and brows enough of it to be seen', () => {
    const browsBeside = (hex: `#${string}`) => fillCharacter({ hair: { hex, grey: 0 } }, 4).brows.hex;
    const beardBeside = (hex: `#${string}`) =>
      fillCharacter({ hair: { hex, grey: 0 }, facial_hair: { style: 'full_beard' } }, 4).facial_hair.hex;
    for (const dye of ['#a45bd0', '#2fa35c', '#4f7fe0', '#e05aa0'] as const) {
      const [red, green, blue] = [1, 3, 5].map((at) =>
        Number.parseInt(browsBeside(dye).slice(at, at + 2), 16),
      );
      expect(red).toBeGreaterThanOrEqual(green);
      expect(red).toBeGreaterThanOrEqual(blue);
      expect(red).toBeLessThan(100);
      expect(beardBeside(dye)).not.toBe(dye);
    }
    for (const grown of ['#6b4a30', '#20242a', '#b5552b'] as const) expect(beardBeside(grown)).toBe(grown);
    expect(browsBeside('#e6cf9c') < '#e0').toBe(true);
  });

  test('has the seed of the spec go first', () => {
    expect(fillCharacter({ seed: 5 }, 6)).toEqual(fillCharacter({}, 5));
  });
});

test('a seed out of its range is refused', () => {
  for (const seed of [-1, 1.5, 2 ** 32, Number.NaN])
    expect(() => fillCharacter({}, seed)).toThrow(AvatarError);
});
