import { toLab } from '@avatar/image';
import { defineStyle } from '@avatar/styles';
import { describe, expect, test } from 'vitest';
import { describeExample, type Descriptor } from '../descriptor/descriptor.js';
import { exampleView } from '../descriptor/view.js';
import { engraving, oil, print } from '../fixtures/pictures.js';
import { belonging, coherenceOf } from './coherence.js';
import { featureVector } from './feature-vector.js';
import { styleOf } from './style-of.js';
import { variantsOf } from './variants.js';

const names = { token: 'mine', label: 'Mine', creator: 'me', licence: 'CC0-1.0' };
const set = (picture: (seed: number) => ReturnType<typeof oil>, count: number): Descriptor[] =>
  Array.from({ length: count }, (_, seed) => describeExample(exampleView(toLab(picture(seed)))));
const engravings = set(engraving, 9);
const prints = set(print, 9);
const oils = set(oil, 9);

describe('styleOf', () => {
  test('gives each set the hand that draws like it', () => {
    const technique = (examples: Descriptor[]) => styleOf(examples, 9, names).rendering.technique;
    expect(technique(engravings)).toBe('hatch');
    expect(technique(prints)).toBe('flat');
    expect(technique(oils)).toBe('paint');
  });

  test('is an ordinary style file of less than 20 KB', () => {
    const style = styleOf(engravings, 9, names);
    expect(defineStyle(style)).toEqual(style);
    expect(JSON.stringify(style).length).toBeLessThan(20_000);
  });

  test('keeps the colours of paper and ink', () => {
    const { paper, ink } = styleOf(engravings, 9, names).rendering.colours;
    expect(paper[0]).toBeGreaterThan(80);
    expect(ink[0]).toBeLessThan(30);
  });

  test('is sure of alike examples', () => {
    const { record } = styleOf(oils, 9, names).rendering;
    expect(record).toMatchObject({ examples: 9, used: 9 });
    expect(record.coherence).toBeGreaterThan(0.8);
    expect(record.confidence).toBeGreaterThan(0.8);
  });

  test('holds figures that were rounded', () => {
    const text = JSON.stringify(styleOf(prints, 9, names));
    expect(text).not.toMatch(/\d\.\d{6}/);
  });
});

describe('a mixed set', () => {
  test('leaves out what is unlike the others', () => {
    const vectors = [...engravings, oils[0]].map(featureVector);
    expect(belonging(vectors)).toEqual([...engravings.map(() => true), false]);
  });

  test('of two styles is two variants', () => {
    const mixed = [...engravings, ...oils];
    expect(coherenceOf(mixed.map(featureVector))).toBeLessThan(0.55);
    const variants = variantsOf(mixed, 18, names);
    expect(variants.map(({ style }) => style.rendering.technique).sort()).toEqual(['hatch', 'paint']);
    expect(variants.map(({ style }) => style.token)).toEqual(['mine_1', 'mine_2']);
    expect(variants[0].used).toBe(9);
  });

  test('of one style has no variants', () => {
    expect(variantsOf(oils, 9, names)).toEqual([]);
  });
});
