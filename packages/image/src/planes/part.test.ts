import { describe, expect, it } from 'vitest';
import { cutPlanar, cutPlane, putPlane } from './part.js';
import { createPlane } from './plane.js';

describe('cutPlane and putPlane', () => {
  it('are inverse', () => {
    const plane = createPlane(20, 10);
    for (let i = 0; i < 200; i++) plane.data[i] = i;
    const area = { x: 4, y: 4, width: 7, height: 5 };
    const part = cutPlane(plane, area);
    expect(part.data[0]).toBe(84);
    expect(part.data[8]).toBe(105);
    const target = structuredClone(plane);
    target.data.fill(0);
    putPlane(target, part, area);
    expect(target.data[84]).toBe(84);
    expect(target.data[83]).toBe(0);
    putPlane(target, { ...part, data: part.data.map(() => -1) }, area);
    expect(target.data[8 * 20 + 10]).toBe(-1);
    expect(target.data[8 * 20 + 11]).toBe(0);
  });
});

describe('cutPlanar', () => {
  it('cuts every colour and shares no memory', () => {
    const planes = [0, 100, 200].map((from) => Float32Array.from({ length: 6 }, (_, i) => from + i));
    const image = { planes: planes as [Float32Array, Float32Array, Float32Array], width: 3, height: 2 };
    const part = cutPlanar(image, { x: 1, y: 0, width: 2, height: 2 });
    expect(part).toMatchObject({ width: 2, height: 2 });
    expect(part.planes.map((plane) => [...plane])).toEqual([
      [1, 2, 4, 5],
      [101, 102, 104, 105],
      [201, 202, 204, 205],
    ]);
    cutPlanar(image, { x: 0, y: 0, width: 3, height: 2 }).planes[0].fill(-1);
    expect(planes[0][0]).toBe(0);
  });
});
