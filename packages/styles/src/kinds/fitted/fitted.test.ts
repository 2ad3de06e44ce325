import { expect, test } from 'vitest';
import { corporateHeadshot } from '../../catalogue/corporate-headshot.js';
import { defineStyle } from '../../define-style.js';
import { finishingOf, needsParts } from '../recipes.js';
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
