import { expect, test } from 'vitest';
import { rasteriseSvg } from './rasterise-svg.js';

test('draws shapes and leaves the rest transparent', async () => {
  const picture = await rasteriseSvg(
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><rect width="2" height="2" fill="#ff8000"/></svg>',
  );
  expect(picture).toMatchObject({ width: 4, height: 2, channels: 4 });
  expect([...picture.data.subarray(0, 4)]).toEqual([255, 128, 0, 255]);
  expect(picture.data[3 * 4 + 3]).toBe(0);
});
