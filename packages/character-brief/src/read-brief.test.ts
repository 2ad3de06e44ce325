import { checkCharacter } from '@avatar/character';
import { AvatarError } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { MAX_BRIEF_LENGTH } from './options.js';
import { readBrief } from './read-brief.js';

const specOf = (text: string) => readBrief(text).spec;

describe('colours belong to their nouns', () => {
  test('a red dress and green eyes', () => {
    expect(specOf('a red dress and green eyes')).toEqual({
      clothing: { style: 'dress', hex: '#c8372f' },
      eyes: { hex: '#4c8a5c' },
    });
  });
  test('however the sentence is built', () => {
    const expected = { hair: { hex: '#1a1718' }, eyes: { hex: '#4a86b8' } };
    expect(specOf('black hair, blue eyes')).toEqual(expected);
    expect(specOf('black hair blue eyes')).toEqual(expected);
    expect(specOf('hair black, eyes blue')).toEqual(expected);
    expect(specOf('hair: black; eyes: blue')).toEqual(expected);
    expect(specOf('The hair is black and the eyes are blue.')).toEqual(expected);
    expect(specOf('black-haired and blue-eyed')).toEqual(expected);
  });
  test('shades and mixtures are one colour', () => {
    expect(specOf('dark teal scarf').clothing).toBeUndefined();
    expect(specOf('a light red shirt').clothing?.hex).toBe('#df8b86');
    expect(specOf('golden-brown eyes').eyes?.hex).toMatch(/^#[0-9a-f]{6}$/);
  });
});

test.each([
  ['a heavy man', { presentation: 0.15, body: { build: 0.84 } }],
  ['a woman of heavy build', { presentation: 0.85, body: { build: 0.84 } }],
  [
    'he is heavier, with a heavy beard',
    { presentation: 0.15, body: { build: 0.84 }, facial_hair: { style: 'full_beard' } },
  ],
  ['a heavy-set person', { body: { build: 0.84 } }],
  ['an old sailor', { age: 'senior' }],
  ['a nurse with her blonde hair tied up', { presentation: 0.85, hair: { style: 'bun', hex: '#d8b46a' } }],
  ['her hair is pulled back', { presentation: 0.85, hair: { style: 'ponytail' } }],
  ['a tight bun', { hair: { style: 'bun' } }],
  ['a bald crown and white hair', { hair: { style: 'receding', recession: 0.6, hex: '#f0f0ee' } }],
  ['an undercut with a platinum top', { hair: { style: 'undercut', hex: '#ece0c4' } }],
  ['a slim bald man', { presentation: 0.15, hair: { style: 'bald' }, body: { build: 0.2 } }],
  ['tight curly hair', { hair: { texture: 'coily' } }],
  ['a crown of flowers', {}],
  [
    'freckled cheeks and a scar across his eyebrow',
    { presentation: 0.15, accessories: ['freckles', 'scar'] },
  ],
  ["a widow's peak", { hair: { style: 'receding', recession: 0.6 } }],
  ['a black wide-brim hat', { headwear: { style: 'fedora', hex: '#1c1c1e', brim: 0.95 } }],
  ['a hat with a wide brim', { headwear: { style: 'fedora', brim: 0.95 } }],
  ['a narrow-brimmed grey hat', { headwear: { style: 'fedora', hex: '#8d9096', brim: 0.1 } }],
  ['heavy eyebrows and heavy eyes', { brows: { thickness: 0.8 }, eyes: { lid: 'hooded' } }],
  ['a heavy coat and heavy make-up', {}],
])('heavy says what its noun means: %s', (text, spec) => {
  expect(specOf(text)).toEqual(spec);
});

describe('what is not there', () => {
  test.each([
    ['no beard', { facial_hair: { style: 'none' } }],
    ['without glasses or a hat', { glasses: { style: 'none' }, headwear: { style: 'none' } }],
    ['not smiling', { expression: 'neutral' }],
    ["isn't wearing glasses", { glasses: { style: 'none' } }],
    ['a moustache but no beard', { facial_hair: { style: 'moustache' } }],
    ['no beard but a moustache', { facial_hair: { style: 'moustache' } }],
    ['no glasses, blue eyes', { glasses: { style: 'none' }, eyes: { hex: '#4a86b8' } }],
    ['no earrings', { accessories: [] }],
    ['neither young nor old', {}],
    ['no hair', { hair: { style: 'bald' } }],
    ['no long hair', {}],
  ])('%s', (text, spec) => {
    expect(specOf(text)).toEqual(spec);
  });
});

describe('gender, age and origin', () => {
  test('gender words set the presentation and nothing else', () => {
    expect(specOf('a woman')).toEqual({ presentation: 0.85 });
    expect(specOf('a man')).toEqual({ presentation: 0.15 });
    expect(specOf('She has a boyish grin')).toEqual({ presentation: 0.85, expression: 'smile' });
  });
  test.each([
    ['in her sixties', 'senior'],
    ['45-year-old', 'early_middle_age'],
    ['twenty-five years old', 'young_adult'],
    ['early 50s', 'late_middle_age'],
    ['thirty-something', 'early_middle_age'],
    ['a man, 70', 'senior'],
    ["I'm 31 and tall", 'young_adult'],
  ])('%s', (text, age) => {
    expect(specOf(text).age).toBe(age);
  });
  test('years that are no ages are none', () => {
    expect(specOf('an 80s style jacket').age).toBeUndefined();
    expect(specOf('5 buttons').age).toBeUndefined();
  });
  test('children are told of as unsupported', () => {
    expect(readBrief('a 10-year-old with freckles')).toMatchObject({
      spec: { accessories: ['freckles'] },
      unsupported: [{ words: '10-year-old', reason: 'age' }],
    });
    expect(readBrief('a boy of eight')).toMatchObject({ unsupported: [{ words: 'eight', reason: 'age' }] });
  });
  test('words of origin change nothing and are told', () => {
    for (const words of ['Black', 'Nigerian', 'East Asian', 'Swedish', 'Latina']) {
      const { spec, unsupported } = readBrief(`a ${words} woman with a bob`);
      expect(spec).toEqual({ presentation: 0.85, hair: { style: 'bob' } });
      expect(unsupported).toEqual([expect.objectContaining({ words, reason: 'origin' })]);
    }
  });
});

describe('fields', () => {
  test('say what the text does not, and the text goes first', () => {
    const attributes = { age: 'Young Adult', gender: 'Man', pose: 'close_up', style: 'Unspecified' };
    expect(readBrief('an old woman', { attributes }).spec).toEqual({
      age: 'senior',
      presentation: 0.85,
      pose: { framing: 'close_up' },
    });
  });
  test('the ethnicity is a broad prior that is told, varies and gives way', () => {
    const read = (seed: number, text = '') =>
      readBrief(text, { attributes: { ethnicity: 'South Asian' }, seed });
    expect(new Set(Array.from({ length: 20 }, (_, seed) => read(seed).spec.skin?.hex)).size).toBe(4);
    expect(read(1).understood).toContainEqual(
      expect.objectContaining({
        path: 'skin.hex',
        field: 'ethnicity',
        note: expect.stringContaining('prior'),
      }),
    );
    expect(read(1, 'pale skin').spec.skin?.hex).toBe('#f6dccb');
    expect(Object.keys(read(1).spec).sort()).toEqual(['hair', 'skin']);
    expect(readBrief('', { attributes: { ethnicity: 'Martian' } }).unsupported).toMatchObject([
      { field: 'ethnicity', reason: 'origin' },
    ]);
  });
  test('the appearance is read before the text, with places of its own', () => {
    const { spec, understood } = readBrief('green eyes', {
      attributes: { appearance: 'blue eyes, a beanie' },
    });
    expect(spec).toEqual({ eyes: { hex: '#4c8a5c' }, headwear: { style: 'beanie' } });
    expect(understood).toContainEqual(
      expect.objectContaining({ words: 'beanie', from: 'appearance', start: 13, end: 19 }),
    );
  });
  test.each([
    [{ age: 'Toddler' }, 'for age'],
    [{ gender: 'x' }, 'for gender'],
    [{ pose: 'sitting' }, 'for pose'],
    [{ style: 'Cubist' }, 'for style'],
    [{ appearance: 'a'.repeat(1001) }, 'at most 1000 characters for appearance'],
    [{ colour: 'red' }, 'no other fields'],
    [{ age: 3 }, 'for age'],
  ])('%j are refused', (attributes, message) => {
    expect(() => readBrief('', { attributes: attributes as object })).toThrow(message);
  });
});

test('understood words have their place, path and value; leftovers theirs and a reason', () => {
  const text = 'A bald man with a tattoo on a snowy background';
  const { understood, unsupported } = readBrief(text);
  for (const { words, start, end } of [...understood, ...unsupported])
    expect(text.slice(start, end)).toBe(words);
  expect(understood).toContainEqual({
    words: 'bald',
    from: 'text',
    start: 2,
    end: 6,
    path: 'hair.style',
    value: 'bald',
  });
  expect(unsupported.map(({ words, reason }) => [words, reason])).toEqual([
    ['tattoo', 'not-drawn'],
    ['snowy background', 'background'],
  ]);
});

test('clothes over clothes: the outer one is drawn, the colour of the inner one is seen', () => {
  expect(specOf('a navy blazer over a white t-shirt').clothing).toEqual({
    style: 'blazer',
    hex: '#1f2f57',
    second: '#f6f6f4',
  });
  expect(readBrief('silver armour and a red cape')).toMatchObject({
    spec: { clothing: { style: 'armor' } },
    unsupported: [{ words: 'red cape' }],
  });
});

test.each([
  ['an undercut with black sides', 'black sides', 'not-drawn'],
  ['a blue hat with stars', 'stars', 'not-drawn'],
  ['two people in a park', 'two people', 'not-drawn'],
  ['a fair woman', 'fair', 'unknown'],
])('nothing is dropped without a word: %s', (text, words, reason) => {
  expect(readBrief(text).unsupported).toContainEqual(expect.objectContaining({ words, reason }));
});

test('refused words give no spec and a reason', () => {
  const reading = readBrief('a naked man with blue eyes');
  expect(reading).toMatchObject({
    spec: {},
    understood: [],
    unsupported: [],
    unread: [],
    refused: { reason: 'content-policy' },
  });
  expect(readBrief('', { attributes: { appearance: 'nude' } }).refused).toBeDefined();
});

describe('hostile input', () => {
  test('long texts, other types and languages are refused', () => {
    expect(() => readBrief('a'.repeat(MAX_BRIEF_LENGTH + 1))).toThrow(AvatarError);
    expect(() => readBrief(undefined as never)).toThrow('Expected a text');
    expect(() => readBrief('a', { locale: 'xx' })).toThrow('for locale');
    expect(() => readBrief('a', { look: 1 } as never)).toThrow('Unknown option');
    expect(readBrief('a beanie', { locale: 'en-GB' }).spec).toEqual({ headwear: { style: 'beanie' } });
  });
  test('whatever the text, the spec is valid and every place is inside it', () => {
    const parts = [
      'no',
      'without',
      'and',
      'or',
      ',',
      '.',
      ':',
      'red',
      'dark',
      'long',
      'hair',
      'eyes',
      'is',
      'with',
      'a',
      'her',
      'glasses',
      'floofy',
      'background',
      'on',
      'suit',
      'cape',
      '—',
      '3/4',
      '#aabbcc',
      'constructor',
      '__proto__',
      '🙂',
      'é',
      'neither',
      'beard',
    ];
    let state = 7;
    const next = () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) >> 8;
    for (let round = 0; round < 2000; round++) {
      const text = Array.from({ length: 1 + (next() % 25) }, () => parts[next() % parts.length]).join(' ');
      const { spec, understood, unsupported } = readBrief(text);
      expect(checkCharacter(spec)).toEqual(spec);
      for (const { words, start, end } of [...understood, ...unsupported]) {
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).toBe(words);
      }
    }
  });
});
