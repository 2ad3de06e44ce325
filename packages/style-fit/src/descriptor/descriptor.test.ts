import { toLab, createPlanar } from '@avatar/image';
import { expect, test } from 'vitest';
import { engraving, oil, print } from '../fixtures/pictures.js';
import { describeExample } from './descriptor.js';
import { trimMount } from './trim-mount.js';
import { exampleView } from './view.js';

const measured = (image: ReturnType<typeof oil>) => describeExample(exampleView(toLab(image)));

test('an engraving is lines on paper, nearly all in one direction', () => {
  const { lines, ground, colours, tone } = measured(engraving(1));
  expect(lines.density).toBeGreaterThan(0.08);
  expect(lines.hatching).toBeGreaterThan(0.6);
  expect(lines.colour[0]).toBeLessThan(45);
  expect(ground.paper[0]).toBeGreaterThan(80);
  expect(ground.paper[2]).toBeCloseTo(12, -1);
  expect(colours.hues[2]).toBeLessThan(9);
  expect(tone).toHaveLength(21);
});

test('a print is flat and of several hues', () => {
  const { flat, colours } = measured(print(1));
  expect(colours.hues[2]).toBeGreaterThan(25);
  expect(flat).toBeGreaterThan(measured(engraving(1)).flat);
});

test('an oil painting is dark, without lines, on a dark ground', () => {
  const { lines, ground, tone } = measured(oil(1));
  expect(lines.density).toBeLessThan(0.02);
  expect(ground.colour[0]).toBeLessThan(25);
  expect(tone[10]).toBeLessThan(30);
});

test('a mount is cut off, and a plain picture is left whole', () => {
  const framed = createPlanar(200, 200);
  for (const plane of framed.planes) {
    plane.fill(0.9);
    for (let y = 20; y < 180; y++)
      for (let x = 30; x < 170; x++) plane[y * 200 + x] = ((x * 7 + y * 13) % 17) / 17;
  }
  const box = trimMount(toLab(framed));
  expect(box.x).toBeGreaterThanOrEqual(30);
  expect(box.x + box.width).toBeLessThanOrEqual(170);
  expect(box.y).toBeGreaterThanOrEqual(20);
  const plain = createPlanar(200, 200);
  expect(trimMount(toLab(plain)).width).toBeGreaterThan(180);
});

test('a picture is measured the same way every time', () => {
  expect(measured(oil(3))).toEqual(measured(oil(3)));
});
