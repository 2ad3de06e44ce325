import { expect, test } from 'vitest';
import { encodePng } from './encode.js';
import { sharp } from './native.js';
import { tilePngs } from './tile-pngs.js';

test('pictures lie side by side in rows, and what is transparent stays so', async () => {
  const of = (value: number) =>
    encodePng({
      data: Uint8Array.of(value, 0, 0, 255, 0, 0, 0, 0),
      width: 2,
      height: 1,
      channels: 4,
    });
  const tiled = await tilePngs([await of(10), await of(20), await of(30)], 2, { width: 2, height: 1 });
  const { data, info } = await sharp(tiled).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([4, 2]);
  expect([...data]).toEqual([
    ...[10, 0, 0, 255, 0, 0, 0, 0, 20, 0, 0, 255, 0, 0, 0, 0],
    ...[30, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ]);
});
