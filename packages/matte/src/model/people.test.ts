import { createPlane, fillPolygon, type Point } from '@avatar/image';
import type { RasterImage } from '@avatar/stage';
import { expect, test } from 'vitest';
import { keepFirstPerson } from './people.js';

const WIDTH = 320;
const HEIGHT = 240;
const upright = (x: number, y: number) => ({ eyes: [x, y] as const, heightPx: 80, rollRad: 0 });

/** Two people shoulder to shoulder: the left one dark, the right one light, their border at x = 160. */
function twoPeople() {
  const half = (from: number, to: number): Point[] => [
    [from, 20],
    [to, 20],
    [to, HEIGHT],
    [from, HEIGHT],
  ];
  const alpha = createPlane(WIDTH, HEIGHT);
  fillPolygon(alpha, half(60, 260));
  const shade = createPlane(WIDTH, HEIGHT, 128);
  fillPolygon(shade, half(60, 160), 40);
  fillPolygon(shade, half(160, 260), 220);
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let i = 0; i < data.length; i++) data[i] = shade.data[Math.floor(i / 3)];
  const picture: RasterImage = { data, width: WIDTH, height: HEIGHT, channels: 3 };
  return { alpha, picture };
}

test('two people who touch are parted where their colours change', () => {
  const { alpha, picture } = twoPeople();
  const { alpha: kept, seamHeads } = keepFirstPerson(alpha, picture, [upright(110, 80), upright(210, 80)]);
  for (let y = 30; y < HEIGHT; y += 15) {
    const row = y * WIDTH;
    for (let x = 66; x < 154; x += 4) expect(kept.data[row + x]).toBeCloseTo(1);
    for (let x = 166; x < 256; x += 4) expect(kept.data[row + x]).toBeCloseTo(0);
    expect(kept.data[row + 10]).toBe(0);
  }
  // Down to 0.6 head heights of 80 pixels under the eyes, from the top of both.
  expect(seamHeads).toBeCloseTo((80 + 48 - 20) / 80, 1);
});

test('the first head says who stays', () => {
  const { alpha, picture } = twoPeople();
  const { alpha: kept } = keepFirstPerson(alpha, picture, [upright(210, 80), upright(110, 80)]);
  expect(kept.data[120 * WIDTH + 100]).toBeCloseTo(0);
  expect(kept.data[120 * WIDTH + 220]).toBeCloseTo(1);
});

test('a face that nobody found is parted from the first person, whose hair and shoulders stay', () => {
  const { alpha, picture } = twoPeople();
  const part = (from: number, to: number, top: number, bottom: number) => {
    const plane = createPlane(WIDTH, HEIGHT);
    fillPolygon(plane, [
      [from, top],
      [to, top],
      [to, bottom],
      [from, bottom],
    ]);
    return plane;
  };
  const parts = {
    heads: [{ eyes: [240, 80] as const, heightPx: 60, rollRad: 0 }],
    skin: part(225, 259, 60, 110),
    // Light, as the stranger is.
    hair: part(140, 166, 50, 110),
  };
  const { alpha: kept } = keepFirstPerson(alpha, picture, [upright(125, 80)], parts);
  const at = (x: number, y: number) => kept.data[y * WIDTH + x];
  expect(at(240, 85)).toBeCloseTo(0);
  expect(at(210, 85)).toBeCloseTo(0);
  expect(at(125, 80)).toBeCloseTo(1);
  expect(at(162, 80)).toBeCloseTo(1);
  expect(at(180, 190)).toBeCloseTo(1);
});
