import { expect, test } from 'vitest';
import { fromSpectrum, spectrumOf } from './fourier.js';
import { seededRandom } from './random.js';
import { smoothNoise } from './smooth-noise.js';

const SIDE = 16;

test('a wave is one frequency and its opposite', () => {
  const wave = Array.from({ length: SIDE * SIDE }, (_, i) => Math.cos((2 * Math.PI * 3 * (i % SIDE)) / SIDE));
  const { real, imaginary } = spectrumOf(wave, SIDE);
  const strong = [...real].flatMap((value, i) => (Math.hypot(value, imaginary[i]) > 1e-6 ? [i] : []));
  expect(strong).toEqual([3, SIDE - 3]);
  expect(real[3]).toBeCloseTo((SIDE * SIDE) / 2, 6);
});

test('the spectrum gives the square back', () => {
  const random = seededRandom(4);
  const values = Array.from({ length: SIDE * SIDE }, random);
  const back = fromSpectrum(spectrumOf(values, SIDE), SIDE);
  values.forEach((value, i) => expect(back[i]).toBeCloseTo(value, 10));
});

test('smooth noise has no mean, a root mean square of 1, and follows its seed', () => {
  const size = { width: 40, height: 30 };
  const { data } = smoothNoise(5, 2, size);
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const square = data.reduce((sum, value) => sum + value * value, 0) / data.length;
  expect(mean).toBeCloseTo(0, 4);
  expect(square).toBeCloseTo(1, 3);
  expect(smoothNoise(5, 2, size).data).toEqual(data);
  expect(smoothNoise(6, 2, size).data).not.toEqual(data);
});
