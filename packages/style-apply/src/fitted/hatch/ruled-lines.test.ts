import { createPlane } from '@avatar/image';
import { expect, it } from 'vitest';
import { coverage, linePhase } from './ruled-lines.js';

const SIDE = 64;
const FAMILY = { angle: 0.18, bend: 0.5, pitchPx: 4, phase: 0 };

/** A dome so steep that its lines would fall between the pixels. */
function dome(steepness: number) {
  const height = createPlane(SIDE, SIDE);
  for (let y = 0, i = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++, i++)
      height.data[i] = Math.max(0, SIDE - (0.02 * steepness * ((x - 32) ** 2 + (y - 32) ** 2)) / 2);
  return { height, steepness };
}

it('a steep form crowds its lines no more than pixels can show', () => {
  const { data } = linePhase(FAMILY, dome(2));
  let closest = 0;
  for (let i = 0; i < data.length - SIDE; i++)
    closest = Math.max(closest, Math.abs(data[i + SIDE] - data[i]));
  expect(closest).toBeGreaterThan(1 / FAMILY.pitchPx);
  expect(closest).toBeLessThan(0.4);
});

it('lines that are closer still are an even tone and no rings', () => {
  const tones = Array.from({ length: 12 }, (_, at) => {
    const phase = createPlane(SIDE, SIDE);
    for (let i = 0; i < phase.data.length; i++) phase.data[i] = Math.floor(i / SIDE) * 0.97 + at / 12;
    return coverage(phase, 20, 20, 0.5, 1, 0);
  });
  expect(Math.max(...tones) - Math.min(...tones)).toBeLessThan(0.01);
});
