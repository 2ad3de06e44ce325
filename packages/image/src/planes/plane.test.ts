import { describe, expect, it } from 'vitest';
import { createPlanar, createPlane, luma, mapPlane, mapPlanes, planesOf, toPlanar } from './plane.js';

describe('planes', () => {
  it('are created filled, and mapped into new ones', () => {
    const plane = createPlane(2, 2, 0.5);
    expect([...plane.data]).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect([...mapPlane(plane, (value, index) => value + index).data]).toEqual([0.5, 1.5, 2.5, 3.5]);
    expect(plane.data[3]).toBe(0.5);
  });

  it('share memory with their picture', () => {
    const image = createPlanar(2, 1);
    planesOf(image)[1].data[0] = 1;
    expect(image.planes[1][0]).toBe(1);
  });

  it('may change the size of a picture', () => {
    const small = mapPlanes(createPlanar(4, 4), () => createPlane(2, 1, 1));
    expect([small.width, small.height, small.planes[2].length]).toEqual([2, 1, 2]);
  });

  it('weigh to luma as Rec. 601 says', () => {
    const image = createPlanar(4, 1);
    image.planes.forEach((plane, channel) => {
      plane[channel] = 1;
      plane[3] = 1;
    });
    [0.299, 0.587, 0.114, 1].forEach((value, i) => expect(luma(image).data[i]).toBeCloseTo(value, 6));
  });

  it('come from 8 bit, alpha ignored', () => {
    const image = toPlanar({ data: Uint8Array.of(0, 51, 255, 9), width: 1, height: 1, channels: 4 });
    expect(image.planes.map((plane) => plane[0])).toEqual([0, Math.fround(0.2), 1]);
  });
});
