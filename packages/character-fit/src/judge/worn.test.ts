import { describe, expect, it } from 'vitest';
import type { HairShape } from '../measure/hair-shape.js';
import type { WornMeasure } from '../measure/worn.js';
import { judgeGlasses, judgeHeadwear } from './worn.js';

const seen = { headPx: 400, isBlackAndWhite: false, yawDegrees: 0, frontal: 1, sharp: 1 };
const crown = { hair: 0.02, skin: 0.02, other: 0.9, clothes: 0.02, seen: 1 };
const shapeOf = (change: Partial<HairShape['crown']>) =>
  ({ crown: { ...crown, ...change }, area: 0.05 }) as HairShape;
const worn: WornMeasure = {
  ears: [0, 0],
  lobes: [0, 0],
  brim: 0.05,
  widest: 0.8,
  sidesCovered: 0,
  edge: -0.22,
  hat: [50, 52, 8],
  veil: [40, 0, 0],
};
const headwear = (change: Partial<WornMeasure>, shape = shapeOf({})) =>
  judgeHeadwear({ ...worn, ...change }, shape).readings['headwear.style'].value;

describe('judgeHeadwear', () => {
  it('knows a hat by its brim, a cap by free ears, a beanie by covered ones', () => {
    expect(headwear({ brim: 0.2 })).toBe('fedora');
    expect(headwear({})).toBe('cap');
    expect(headwear({ sidesCovered: 0.45 })).toBe('beanie');
    expect(headwear({ edge: -0.35 })).toBe('beanie');
  });

  it('knows a veil by cloth where hair would be, and bare heads', () => {
    expect(headwear({}, shapeOf({ other: 0.02, clothes: 0.8 }))).toBe('hijab');
    expect(headwear({}, shapeOf({ other: 0.02, hair: 0.9 }))).toBe('none');
  });

  it('tells a wide brim from a narrow one', () => {
    const brim = (widest: number) =>
      judgeHeadwear({ ...worn, brim: 0.2, widest }, shapeOf({})).readings['headwear.brim'].value;
    expect(brim(0.95)).toBeLessThan(0.3);
    expect(brim(1.4)).toBeGreaterThan(0.8);
    expect(judgeHeadwear(worn, shapeOf({})).readings['headwear.brim']).toBeUndefined();
  });

  it('keeps the colour of the hat', () => {
    expect(judgeHeadwear(worn, shapeOf({})).readings['headwear.hex'].value).toMatch(/^#[c-f]/);
  });
});

describe('judgeGlasses', () => {
  const measure = { rim: 0.6, cover: 0.15, down: 0.8, rimColour: [10, 0, 0] as const };
  const style = (change: object) => judgeGlasses({ ...measure, ...change }, seen)['glasses.style'].value;

  it('tells glasses, half rims, dark lenses and bare eyes apart', () => {
    expect(style({})).toBe('rectangle');
    expect(style({ down: 0.1 })).toBe('half_rim');
    expect(style({ cover: 0.75 })).toBe('sunglasses');
    expect(style({ rim: 0.02, cover: 0.02 })).toBe('none');
  });

  it('has no colour of a frame that is not there', () => {
    expect(judgeGlasses({ ...measure, rim: 0.02 }, seen)['glasses.hex']).toBeUndefined();
  });
});
