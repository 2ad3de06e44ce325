import type { Lab } from '@avatar/image';
import { describe, expect, it } from 'vitest';
import { outOfDimLight } from './dim-light.js';

describe('outOfDimLight', () => {
  it('lightens fair skin in dim light, within what a photo leaves open', () => {
    const [L, a] = outOfDimLight([47, 20, 17], [29, 18, 8]);
    expect(L).toBeGreaterThan(53);
    expect(L).toBeLessThan(57);
    expect(a).toBeGreaterThan(20);
  });

  it.each<[string, Lab, Lab]>([
    ['dark skin in even light', [42, 18, 21], [74, 4, 3]],
    ['dark skin in dim light, the eyes hardly open', [47, 15.5, 26], [32.5, 7, 17]],
    ['dark skin in dim light', [52, 20.5, 25.7], [43, 14.6, 6]],
    ['dark skin of little colour beside bright eyes', [43, 11, 12], [80, 2, 13]],
    ['anybody at night', [17, 4, 2], [22, 3, 3]],
    ['fair skin in even light', [70, 13, 14], [66, 4, 6]],
  ])('leaves %s as it is', (_what, skin, white) => {
    expect(outOfDimLight(skin, white)).toEqual(skin);
  });
});
