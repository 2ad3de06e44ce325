import { describe, expect, it } from 'vitest';
import { untinted } from './skin.js';

describe('the light’s colour', () => {
  it('is taken out by the whites of the eyes, a part of it and never too much', () => {
    const [, a, b] = untinted([60, 20, 25], [70, 6, 28]);
    expect(a).toBe(20);
    expect(b).toBeLessThan(25);
    expect(b).toBeGreaterThanOrEqual(20);
  });

  it('changes no lightness, however dim the eyes are', () => {
    expect(untinted([40, 15, 20], [25, 10, 10])[0]).toBe(40);
  });
});
