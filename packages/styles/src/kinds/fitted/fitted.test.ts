import { expect, test } from 'vitest';
import { corporateHeadshot } from '../../catalogue/corporate-headshot.js';
import { defineStyle } from '../../define-style.js';
import { checksOf, finishingOf, needsParts } from '../recipes.js';
import type { FittedRendering } from './fitted-rendering.js';

const rendering: FittedRendering = {
  kind: 'fitted',
  technique: 'hatch',
  tone: corporateHeadshot.rendering.tone,
  relight: corporateHeadshot.rendering.relight,
  colours: {
    cloud: 'A'.repeat(3072),
    strength: 0.5,
    palette: [{ colour: [80, 0, 10], weight: 1 }],
    paper: [85, 0, 10],
    ink: [15, 0, 3],
    tone: Array.from({ length: 21 }, (_, i) => i),
  },
  line: { density: 0.08, widthPx: 3 },
  sheet: { texture: { spectrum: 'A'.repeat(2816), strength: 1 }, mottling: 0 },
  record: { examples: 60, used: 58, coherence: 0.6, confidence: 0.8, extractor: 1 },
};
const style = { ...corporateHeadshot, token: 'acme_fitted', rendering };

test('a fitted style gets its sheet last, and needs the parts of the person', () => {
  const defined = defineStyle(style);
  expect(finishingOf(defined)).toEqual({ sheet: rendering.sheet });
  expect(needsParts(defined)).toBe(true);
});

test('what is measured must be whole', () => {
  const wrong = (change: Partial<FittedRendering['colours']>) => () =>
    defineStyle({ ...style, rendering: { ...rendering, colours: { ...rendering.colours, ...change } } });
  expect(wrong({ cloud: 'A'.repeat(3071) })).toThrow('2304 bytes in base64url for rendering.colours.cloud');
  expect(wrong({ cloud: `https://${'a'.repeat(3064)}` })).toThrow('rendering.colours.cloud');
  expect(wrong({ tone: [1, 2] })).toThrow('a list of 21 numbers from 0 to 100');
  expect(wrong({ palette: [] })).toThrow('at least one colour');
});

test('faces are looked for only in styles whose faces were seen when they were made', () => {
  const seen = (presenceLeast: number) => {
    const checks = { people: 6, likenessMedian: 0.8, likenessLeast: 0.7, presenceLeast, monotone: true };
    const record = { ...rendering.record, checks };
    return checksOf(defineStyle({ ...style, rendering: { ...rendering, record } }));
  };
  expect(checksOf(defineStyle(style)).facePresence).toEqual({ applies: true, threshold: 0.5 });
  expect(seen(0.92).facePresence).toEqual({ applies: true, threshold: 0.5 });
  expect(seen(0.2).facePresence).toMatchObject({
    applies: false,
    reason: expect.stringContaining('6 people'),
  });
  expect(seen(0.2).likeness).toEqual({ applies: true });
});
