import { describe, expect, it } from 'vitest';
import type { HairShape } from '../measure/hair-shape.js';
import { judgeHairTexture } from './hair-texture.js';

const seen = { headPx: 400, isBlackAndWhite: false, yawDegrees: 0, frontal: 1, sharp: 1 };
const close = { area: 0.19, sides: [0.04, 0.03] } as unknown as HairShape;
const cloud = { area: 0.32, sides: [0.13, 0.14] } as unknown as HairShape;
const measure = (coherence: number, lockCoherence: number, turn: number) => ({
  coherence,
  lockCoherence,
  turn,
  windows: 1200,
});

describe('judgeHairTexture', () => {
  it.each([
    ['straight', measure(0.83, 0.84, 0.21)],
    ['wavy', measure(0.75, 0.81, 0.23)],
    ['curly', measure(0.54, 0.62, 0.34)],
    ['curly', measure(0.67, 0.59, 0.38)],
    ['coily', measure(0.25, 0.32, 0.61)],
  ] as const)('calls long hair %s', (texture, measured) => {
    const read = judgeHairTexture(measured, cloud, 12, true, seen);
    expect(read.texture.value).toBe(texture);
    expect(read.isRoped).toBe(false);
  });

  it('tells ropes from curls by the order of their locks', () => {
    expect(judgeHairTexture(measure(0.56, 0.83, 0.21), cloud, 7, true, seen).isRoped).toBe(true);
    expect(judgeHairTexture(measure(0.56, 0.83, 0.21), close, 7, false, seen).isRoped).toBe(false);
  });

  it('calls a rough short cut curly only where it stands out', () => {
    const rough = measure(0.4, 0.47, 0.47);
    expect(judgeHairTexture(rough, cloud, 12, false, seen).texture.value).toBe('curly');
    expect(judgeHairTexture(rough, close, 12, false, seen).texture.value).toBe('wavy');
  });

  it('does not trust the noise of a night', () => {
    expect(judgeHairTexture(measure(0.05, 0.1, 0.4), cloud, 0.3, false, seen).texture.confidence).toBe(0);
  });
});
