import { createPlane } from '@avatar/image';
import { describe, expect, it } from 'vitest';
import { flowField, smoothAlong } from './flow.js';

const SIZE = 64;

/** Stripes at `angle` to the x axis, seven pixels wide. */
function stripes(angle: number) {
  const plane = createPlane(SIZE, SIZE);
  for (let y = 0, i = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++, i++)
      plane.data[i] = 0.5 + 0.5 * Math.sin((x * -Math.sin(angle) + y * Math.cos(angle)) / 1.1);
  return plane;
}

const spread = (data: Float32Array, indices: readonly number[]) =>
  Math.max(...indices.map((i) => data[i])) - Math.min(...indices.map((i) => data[i]));

describe.each([0, 0.6, 1.2, 2.2])('stripes at %f radians', (angle) => {
  it('have a flow along them', () => {
    const flow = flowField(stripes(angle), 2);
    const i = 32 * SIZE + 32;
    const along = flow.x[i] * Math.cos(angle) + flow.y[i] * Math.sin(angle);
    expect(Math.abs(along)).toBeGreaterThan(0.98);
  });

  it('keep their contrast when they are smoothed along it', () => {
    const plane = stripes(angle);
    const smooth = smoothAlong(plane, flowField(plane, 2), 6);
    const column = Array.from({ length: 24 }, (_, k) => (20 + k) * SIZE + 32);
    const row = Array.from({ length: 24 }, (_, k) => 32 * SIZE + 20 + k);
    const contrast = (data: Float32Array) => Math.max(spread(data, column), spread(data, row));
    expect(contrast(smooth.data)).toBeGreaterThan(0.85 * contrast(plane.data));
  });
});

it('smooths noise along the flow away, and leaves what the mask leaves out', () => {
  const plane = stripes(0);
  plane.data[32 * SIZE + 32] += 3;
  const flow = flowField(stripes(0), 2);
  expect(smoothAlong(plane, flow, 6).data[32 * SIZE + 32]).toBeLessThan(1.5);
  expect(smoothAlong(plane, flow, 6, createPlane(SIZE, SIZE)).data).toEqual(plane.data);
});
