import { describe, expect, it } from 'vitest';
import { toChannelsFirst, toChannelsLast } from './tensor.js';

const rgb = { data: Uint8Array.of(0, 1, 2, 10, 11, 12), width: 2, height: 1, channels: 3 } as const;
const rgba = { data: Uint8Array.of(0, 1, 2, 99, 10, 11, 12, 99), width: 2, height: 1, channels: 4 } as const;

describe('model input', () => {
  it.each([rgb, rgba])('channels first, alpha ignored', (image) => {
    expect([...toChannelsFirst(image, { scale: 2, offset: -1 })]).toEqual([-1, 19, 1, 21, 3, 23]);
  });

  it.each([rgb, rgba])('channels last, alpha ignored', (image) => {
    expect([...toChannelsLast(image, { scale: 2, offset: -1 })]).toEqual([-1, 1, 3, 19, 21, 23]);
  });
});
