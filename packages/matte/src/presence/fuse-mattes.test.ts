import { createPlane, fillPolygon, type Point } from '@avatar/image';
import type { Plane, RasterImage } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import type { HeadPlacement } from '../model/head-region.js';
import { fuseMattes } from './fuse-mattes.js';

/** A person of the same shape in both planes, which differ in nothing but size: a head on shoulders. */
const SIDE = 400;
const COARSE = 256;
const head: HeadPlacement = { eyes: [200, 150], heightPx: 160, rollRad: 0 };
const PERSON: Point[] = [
  [140, 100],
  [260, 100],
  [260, 220],
  [340, 260],
  [340, 400],
  [60, 400],
  [60, 260],
  [140, 220],
];
const box = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

interface Part {
  readonly shape: readonly Point[];
  readonly value: number;
}

/** The person, and then other values in other shapes. */
function fineOf(...parts: readonly Part[]): Plane {
  const plane = createPlane(SIDE, SIDE);
  fillPolygon(plane, PERSON);
  for (const { shape, value } of parts) fillPolygon(plane, shape, value);
  return plane;
}

/** The model's own surest answers. */
function coarseOf(...parts: readonly Part[]): Plane {
  const plane = createPlane(COARSE, COARSE, 0.08);
  const small = (shape: readonly Point[]): Point[] =>
    shape.map(([x, y]) => [(x * COARSE) / SIDE, (y * COARSE) / SIDE]);
  fillPolygon(plane, small(PERSON), 0.98);
  for (const { shape, value } of parts) fillPolygon(plane, small(shape), value);
  return plane;
}

/** Dark where somebody is. */
function pictureOf(fine: Plane): RasterImage {
  const data = new Uint8Array(SIDE * SIDE * 3);
  for (let i = 0; i < data.length; i++) data[i] = 230 - 190 * fine.data[Math.floor(i / 3)];
  return { data, width: SIDE, height: SIDE, channels: 3 };
}

const nothing = createPlane(COARSE, COARSE);
const fuse = (fine: Plane, coarse: Plane, seen = fineOf()): Plane =>
  fuseMattes(fine, { person: coarse, hair: nothing, face: nothing, other: nothing }, pictureOf(seen), [head]);
const at = ({ data }: Plane, x: number, y: number): number => data[y * SIDE + x];

describe('fuseMattes', () => {
  test('keeps the fine matte where both agree, its soft edge too', () => {
    const fine = fineOf({ shape: box(256, 120, 8, 60), value: 0.6 });
    const fused = fuse(fine, coarseOf());
    for (let i = 0; i < fine.data.length; i++)
      expect(Math.abs(fused.data[i] - fine.data[i])).toBeLessThan(0.01);
  });

  test('gives back a bite of the head, up to the edge that the picture shows', () => {
    const fused = fuse(fineOf({ shape: box(200, 90, 80, 70), value: 0 }), coarseOf());
    expect(at(fused, 230, 120)).toBeGreaterThan(0.95);
    expect(at(fused, 255, 130)).toBeGreaterThan(0.8);
    expect(at(fused, 268, 130)).toBeLessThan(0.2);
  });

  test('gives the whole person back when the fine matte sees nobody', () => {
    const fused = fuse(createPlane(SIDE, SIDE), coarseOf());
    for (const [x, y] of [
      [200, 110],
      [200, 240],
      [90, 300],
      [330, 390],
    ])
      expect(at(fused, x, y)).toBeGreaterThan(0.9);
    expect(at(fused, 100, 150)).toBeLessThan(0.05);
  });

  test('adds no stranger who only touches the shoulder', () => {
    const stranger = box(330, 180, 60, 100);
    const fused = fuse(
      fineOf(),
      coarseOf({ shape: stranger, value: 0.98 }),
      fineOf({ shape: stranger, value: 1 }),
    );
    expect(at(fused, 365, 220)).toBeLessThan(0.05);
  });

  test('gives back a body of clothes that hangs on the neck, but nothing like a bag', () => {
    const body = box(60, 235, 280, 165);
    const fine = fineOf({ shape: body, value: 0 });
    const other = createPlane(COARSE, COARSE, 0.5);
    const bag = { person: coarseOf(), hair: nothing, face: nothing, other };
    expect(at(fuse(fine, coarseOf()), 300, 340)).toBeGreaterThan(0.9);
    expect(at(fuseMattes(fine, bag, pictureOf(fineOf()), [head]), 300, 340)).toBeLessThan(0.1);
  });

  test('takes away a curtain that the coarse model denies', () => {
    const curtain = box(280, 0, 120, 240);
    const fused = fuse(fineOf({ shape: curtain, value: 1 }), coarseOf());
    expect(at(fused, 340, 100)).toBeLessThan(0.05);
    expect(at(fused, 200, 150)).toBe(1);
  });

  test('takes away a small thing that grows out of the head, and leaves what is held before the chest', () => {
    const onHead = box(190, 82, 16, 18);
    const inHand = box(20, 300, 40, 60);
    const fused = fuse(
      fineOf({ shape: onHead, value: 1 }, { shape: inHand, value: 1 }),
      coarseOf({ shape: onHead, value: 0.5 }),
    );
    expect(at(fused, 198, 90)).toBeLessThan(0.05);
    expect(at(fused, 40, 330)).toBe(1);
  });

  test('takes away what is denied beside the neck, also where the fine matte fades slowly around it', () => {
    const fused = fuse(
      fineOf({ shape: box(272, 130, 60, 90), value: 0.6 }, { shape: box(280, 140, 44, 70), value: 0.95 }),
      coarseOf({ shape: box(272, 130, 60, 90), value: 0.2 }),
    );
    expect(at(fused, 300, 175)).toBeLessThan(0.05);
    expect(at(fused, 200, 150)).toBe(1);
  });

  test('leaves curls that the coarse model doubts', () => {
    const curls = box(120, 110, 20, 40);
    const hair = createPlane(COARSE, COARSE, 0.5);
    const fine = fineOf({ shape: curls, value: 0.9 });
    const person = coarseOf({ shape: curls, value: 0.55 });
    const fused = fuseMattes(fine, { person, hair, face: nothing, other: nothing }, pictureOf(fine), [head]);
    expect(at(fused, 130, 130)).toBeGreaterThan(0.85);
  });

  test('clears haze far from everybody, and keeps thin things that are opaque', () => {
    const fine = fineOf(
      { shape: box(10, 20, 60, 60), value: 0.3 },
      { shape: box(100, 150, 40, 2), value: 1 },
    );
    const fused = fuse(fine, coarseOf());
    expect(at(fused, 40, 50)).toBe(0);
    expect(at(fused, 120, 151)).toBeGreaterThan(0.9);
  });
});
