import { decodeImage } from '@avatar/image';
import { fakeModelHub } from '@avatar/testing';
import { expect, test } from 'vitest';
import { createAvatarGenerator } from '../avatar-generator.js';

const generator = createAvatarGenerator({ models: fakeModelHub({}) });

/** Mean of red and of blue over the picture. */
async function means(light?: string): Promise<{ red: number; blue: number; all: number }> {
  const { bytes } = await generator.draw({ seed: 3 }, { look: 'flat', sizePx: 96, light });
  const { data } = await decodeImage(bytes, {
    maxPixels: 1e7,
    maxSidePx: 4096,
    matteColour: { r: 0, g: 0, b: 0 },
  });
  const channel = (at: number) =>
    data.reduce((sum, value, i) => (i % 3 === at ? sum + value : sum), 0) / (data.length / 3);
  const [red, green, blue] = [channel(0), channel(1), channel(2)];
  return { red, blue, all: (red + green + blue) / 3 };
}

test('a light tints a drawing, and never brightens it much', async () => {
  const [own, warm, cool, dramatic] = [
    await means(),
    await means('warm'),
    await means('cool'),
    await means('dramatic'),
  ];
  expect(warm.red - warm.blue).toBeGreaterThan(own.red - own.blue + 8);
  expect(cool.red - cool.blue).toBeLessThan(own.red - own.blue - 8);
  for (const lit of [warm, cool, dramatic]) expect(lit.all).toBeLessThan(own.all + 6);
});

test('an unknown light, and one of an SVG, are refused', async () => {
  await expect(generator.draw({}, { light: 'disco' })).rejects.toMatchObject({ code: 'invalid-options' });
  await expect(generator.draw({}, { look: 'flat', format: 'svg', light: 'warm' })).rejects.toMatchObject({
    code: 'invalid-options',
  });
});
