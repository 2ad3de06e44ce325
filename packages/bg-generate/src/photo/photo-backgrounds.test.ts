import { createPlanar, createPlane, smoothstep } from '@avatar/image';
import type { PlanarImage } from '@avatar/stage';
import { describeStage, stageContext, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { background } from '../background.js';
import { discBlur } from './lens-blur.js';
import type { PhotoBackground } from '../options.js';

const SIZE = 400;
const drawn = syntheticArtifacts({ sizePx: SIZE });

/** A pure red person with soft edges in front of a wall that is green on the left and blue on the right. */
function redPerson() {
  const crop = createPlanar(SIZE, SIZE);
  const alpha = createPlane(SIZE, SIZE);
  for (let y = 0, i = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++, i++) {
      const head = Math.hypot((x - 200) / 90, (y - 170) / 120);
      const chest = Math.hypot((x - 200) / 160, (y - 400) / 120);
      const cover = smoothstep(1.03, 0.97, Math.min(head, chest));
      alpha.data[i] = cover;
      crop.planes[0][i] = cover;
      crop.planes[1][i] = x < 200 ? 0.6 * (1 - cover) : 0;
      crop.planes[2][i] = x < 200 ? 0 : 0.6 * (1 - cover);
    }
  const face = { ...drawn.face, crop, alpha, inside: createPlane(SIZE, SIZE, 1) };
  return { face, cutout: { foreground: crop, alpha } };
}

async function pictureOf(token: PhotoBackground, input = redPerson(), seed = 1): Promise<PlanarImage> {
  const { background: made } = await background({ token }).run(input, stageContext({ seed }));
  if (made.kind !== 'picture') throw new Error('expected a picture');
  return made.image;
}

const highest = (plane: Float32Array): number => plane.reduce((most, value) => Math.max(most, value), -2);

for (const token of ['original_blur', 'deep_bokeh'] as const)
  describeStage(background({ token }), [
    { name: `a drawn person, ${token}`, input: () => ({ face: drawn.face, cutout: drawn.cutout }) },
  ]);

describe('original_blur', () => {
  test('has no trace of the person, not even where the cut-out fades at the edge of the photo', async () => {
    const input = redPerson();
    const faded = input.cutout.alpha.data.map((value, i) => (i > SIZE * (SIZE - 30) ? 0 : value));
    const cut = { ...input.cutout, alpha: { ...input.cutout.alpha, data: faded } };
    for (const sample of [input, { ...input, cutout: cut }])
      expect(highest((await pictureOf('original_blur', sample)).planes[0])).toBeLessThan(0.02);
  });

  test('goes on behind the person as bright as around: no ghost', async () => {
    const { planes } = await pictureOf('original_blur');
    for (let x = 0; x < SIZE; x += 10)
      for (let y = 0; y < SIZE; y += 10) {
        const side = x < 150 ? planes[1] : x > 250 ? planes[2] : undefined;
        if (side) expect(side[y * SIZE + x]).toBeGreaterThan(0.45);
      }
  });

  test('keeps the colours and shows nothing from outside the photo', async () => {
    const input = redPerson();
    const inside = createPlane(SIZE, SIZE, 1);
    for (let y = 0; y < SIZE; y++)
      for (let x = 0; x < 60; x++) {
        inside.data[y * SIZE + x] = 0;
        input.face.crop.planes[0][y * SIZE + x] = 1;
      }
    const { planes } = await pictureOf('original_blur', { ...input, face: { ...input.face, inside } });
    expect(planes[0][20 * SIZE + 20]).toBeLessThan(0.02);
    expect(planes[1][20 * SIZE + 20]).toBeCloseTo(0.6, 1);
    expect(planes[2][20 * SIZE + 380]).toBeCloseTo(0.6, 1);
  });

  test('a photo without any background gives a plain grey', async () => {
    const input = redPerson();
    const alpha = createPlane(SIZE, SIZE, 1);
    const { planes } = await pictureOf('original_blur', { ...input, face: { ...input.face, alpha } });
    for (const plane of planes)
      expect(highest(plane) + highest(plane.map((value) => -value))).toBeLessThan(1e-3);
  });
});

describe('deep_bokeh', () => {
  test('is dark, varies with the seed, and has no bands', async () => {
    const first = await pictureOf('deep_bokeh');
    const mean = first.planes[1].reduce((sum, value) => sum + value, 0) / first.planes[1].length;
    expect(mean).toBeGreaterThan(0.06);
    expect(mean).toBeLessThan(0.4);
    expect(await pictureOf('deep_bokeh', redPerson(), 2)).not.toEqual(first);
    expect(new Set(first.planes[0]).size).toBeGreaterThan(20_000);
  });

  test('behind the person it is no darker than beside: no ghost', async () => {
    const { planes } = await pictureOf('deep_bokeh');
    const light = (x: number, y: number): number =>
      planes.reduce((sum, plane) => sum + plane[y * SIZE + x], 0) / 3;
    expect(light(160, 170)).toBeGreaterThan(0.8 * light(70, 170));
    expect(light(240, 170)).toBeGreaterThan(0.8 * light(330, 170));
  });

  test('a bright white photo comes out as dark as a dull one', async () => {
    const input = redPerson();
    for (const plane of input.face.crop.planes) plane.fill(1);
    const [, green] = (await pictureOf('deep_bokeh', input)).planes;
    expect(green.reduce((sum, value) => sum + value, 0) / green.length).toBeLessThan(0.45);
  });
});

test('a point becomes a disc of the same light', () => {
  const point = createPlane(61, 61);
  point.data[30 * 61 + 30] = 1;
  const { data } = discBlur(point, 10.5);
  expect(data.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
  expect(data[30 * 61 + 38]).toBeCloseTo(data[30 * 61 + 30], 6);
  expect(data[30 * 61 + 42]).toBe(0);
  expect(data[38 * 61 + 38]).toBe(0);
});

test('the lamp of deep_bokeh stands on the dark side of the face, also for the outline', async () => {
  const side = async (dark: 'left' | 'right'): Promise<number | undefined> => {
    const input = redPerson();
    const green = input.face.crop.planes[1];
    for (let i = 0; i < green.length; i++) green[i] = i % SIZE < 200 === (dark === 'left') ? 0.1 : 0.7;
    const { background: made } = await background({ token: 'deep_bokeh' }).run(input, stageContext());
    return made.kind === 'picture' ? made.light?.rims[0].side : undefined;
  };
  expect(await side('left')).toBeLessThan(-0.5);
  expect(await side('right')).toBeGreaterThan(0.5);
});
