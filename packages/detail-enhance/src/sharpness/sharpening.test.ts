import { createPlane, gaussianBlur } from '@avatar/image';
import { describe, expect, it } from 'vitest';
import { detailLevels } from './bands.js';
import { noisePlane } from '../fixtures/textures.js';
import { addedDetail, planSharpening } from './sharpening.js';

const SIZE = 400;
const face = createPlane(SIZE, SIZE, 1);

/** Detail of all sizes, as a face has, blurred by `sigma`. */
function portrait(sigma: number) {
  const plane = createPlane(SIZE, SIZE, 0.5);
  for (const [index, width] of [0, 1, 2, 4, 8].entries()) {
    const layer = noisePlane(SIZE, 0, 0.005 * (width + 1) ** 1.3, index + 1);
    const soft = width > 0 ? gaussianBlur(layer, width) : layer;
    for (let i = 0; i < soft.data.length; i++) plane.data[i] += soft.data[i];
  }
  return sigma > 0 ? gaussianBlur(plane, sigma) : plane;
}

const planOf = (sigma: number, noise = 0, strength = 1) =>
  planSharpening(detailLevels(portrait(sigma)), face, noise, strength);

describe('planSharpening', () => {
  it('gives a soft photo more, and coarser, sharpening than a sharp one', () => {
    const sharp = planOf(0);
    const soft = planOf(1.5);
    expect(soft.fine).toBeGreaterThan(sharp.fine);
    expect(soft.medium).toBeGreaterThan(sharp.medium);
    expect(soft.sharpness).toBeLessThan(sharp.sharpness);
  });

  it('scales with the strength and is off at 0', () => {
    expect(planOf(1, 0, 0.5).fine).toBeCloseTo(planOf(1).fine / 2, 6);
    expect(planOf(1, 0, 0)).toMatchObject({ fine: 0, medium: 0, coarse: 0 });
  });

  it('leaves noise under the core alone', () => {
    const plan = { ...planOf(1, 0.01), medium: 0, coarse: 0 };
    expect(addedDetail(plan, 0.01, 0, 0)).toBe(0);
    expect(addedDetail(plan, 0.03, 0, 0)).toBeGreaterThan(0);
    expect(addedDetail(plan, -0.03, 0, 0)).toBe(-addedDetail(plan, 0.03, 0, 0));
  });

  it('holds back where there is contrast enough', () => {
    const calm = portrait(1);
    const harsh = { ...calm, data: calm.data.map((value) => 0.5 + 20 * (value - 0.5)) };
    const planFor = (plane: typeof calm) => planSharpening(detailLevels(plane), face, 0, 1);
    expect(planFor(harsh).medium).toBeLessThan(planFor(calm).medium);
  });

  it('never adds a halo to a strong edge', () => {
    const plan = planOf(3);
    for (const size of [0.1, 0.3, 1]) expect(addedDetail(plan, size, size, size)).toBeLessThan(0.05);
  });

  it('survives a picture without detail', () => {
    const plan = planSharpening(detailLevels(createPlane(SIZE, SIZE, 0.5)), face, 0, 1);
    expect(Number.isFinite(plan.fine + plan.medium + plan.coarse)).toBe(true);
  });
});
