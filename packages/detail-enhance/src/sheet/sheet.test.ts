import { createPlanar, createPlane, toLab } from '@avatar/image';
import type { Sheet } from '@avatar/styles';
import { expect, test } from 'vitest';
import { grainTile, TILE } from './grain-tile.js';
import { onSheet } from './sheet.js';

const SIDE = 96;
const bare: Sheet = { texture: { spectrum: 'A'.repeat(2816), strength: 2 }, mottling: 0 };
/** Waves of two frequencies only. */
const grain = (() => {
  const bytes = Buffer.alloc(33 * 64);
  bytes[5] = 120;
  bytes[9 * 64 + 2] = 100;
  return bytes.toString('base64url');
})();

function paper(): ReturnType<typeof createPlanar> {
  const image = createPlanar(SIDE, SIDE);
  for (const plane of image.planes) plane.fill(0.8);
  return image;
}
/** A person in the lower half. */
function person() {
  const plane = createPlane(SIDE, SIDE);
  plane.data.fill(1, (SIDE * SIDE) / 2);
  return plane;
}
const run = (sheet: Sheet, more = {}) =>
  onSheet({ image: paper(), person: person(), openAir: false, sheet, keySide: 1, intensity: 1, ...more });
const lightness = (image: ReturnType<typeof paper>) => toLab(image).L;
const spread = (values: Float32Array) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

test('a sheet without grain, lines and band leaves the picture', () => {
  const [before, after] = [lightness(paper()), lightness(run(bare))];
  before.forEach((value, i) => expect(after[i]).toBeCloseTo(value, 3));
});

test('grain is as strong as the style says, everywhere', () => {
  const tile = grainTile({ spectrum: grain, strength: 1 });
  expect(tile).toHaveLength(TILE * TILE);
  expect(spread(tile)).toBeCloseTo(1, 2);
  const L = lightness(run({ ...bare, texture: { spectrum: grain, strength: 2 } }));
  expect(spread(L.slice(0, (SIDE * SIDE) / 2))).toBeGreaterThan(1);
  expect(spread(L.slice((SIDE * SIDE) / 2))).toBeGreaterThan(1);
});

test('the ground is ruled, and the person is not', () => {
  const ruling = { paper: [82, 0, 0], ink: [15, 0, 0], pitch: 0.03, shade: 0.6 } as const;
  const L = lightness(run({ ...bare, ruling }));
  expect(Math.min(...L.slice(0, (SIDE * SIDE) / 2))).toBeLessThan(45);
  expect(spread(L.slice((SIDE * SIDE) / 2))).toBeLessThan(0.01);
  const open = lightness(run({ ...bare, ruling }, { openAir: true }));
  expect(spread(open)).toBeLessThan(0.01);
});

test('a band is wiped out downwards, behind the person only', () => {
  const band = { colour: [50, 30, 30], reach: 0.8, strength: 1 } as const;
  const image = run({ ...bare, band });
  const { L, a } = toLab(image);
  expect(L[0]).toBeCloseTo(50, 0);
  expect(a[0]).toBeGreaterThan(a[20 * SIDE]);
  expect(a[60 * SIDE]).toBeCloseTo(0, 2);
});

test('half the intensity is half of it', () => {
  const band = { colour: [50, 30, 30], reach: 0.8, strength: 1 } as const;
  const [full, half] = [run({ ...bare, band }), run({ ...bare, band }, { intensity: 0.5 })];
  expect(half.planes[0][0]).toBeCloseTo((full.planes[0][0] + 0.8) / 2, 5);
});
