import { expect, test } from 'vitest';
import { backdropIn } from './backdrop-in.js';

test.each<[string, object | undefined]>([
  ['tropical beach', { background: 'beach_sunset' }],
  ['mountain landscape', { background: 'mountains' }],
  ['neon city at night', { background: 'neon_city' }],
  ['medieval castle', { background: 'castle_dusk' }],
  ['starry space scene', { background: 'space' }],
  ['black plain background', { background: '#000000' }],
  ['a wall in dark green', { background: '#1f4d33' }],
  ['purple to blue gradient background', { background: 'gradient', palette: 'purple_blue' }],
  ['soft grey studio backdrop', { background: 'studio_light', palette: '#8a8d91' }],
  // None that there is.
  ['bustling city street', undefined],
  ['office', undefined],
  ['no background elements', undefined],
  ['my own background', undefined],
  ['', undefined],
])('“%s”', (words, backdrop) => {
  expect(backdropIn(words)).toEqual(backdrop);
});
