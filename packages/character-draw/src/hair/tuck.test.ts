import { fillCharacter, type CharacterSpec } from '@avatar/character';
import { describe, expect, it } from 'vitest';
import { isTucked, tuckedBehindEars } from './tuck.js';
import type { Lock } from './lock.js';

const tucked = (spec: CharacterSpec) => isTucked(fillCharacter(spec, 3));

describe('isTucked', () => {
  it('leads long hair behind ears that wear something, and no other', () => {
    const hair = { style: 'long_wavy' } as const;
    expect(tucked({ hair, accessories: ['hoops'], headwear: { style: 'none' } })).toBe(true);
    expect(tucked({ hair, accessories: ['freckles'], headwear: { style: 'none' } })).toBe(false);
    expect(tucked({ hair, accessories: ['hoops'], headwear: { style: 'hijab' } })).toBe(false);
    expect(tucked({ hair: { style: 'afro' }, accessories: ['hoops'] })).toBe(false);
  });
});

describe('tuckedBehindEars', () => {
  it('moves a lock back at the ear, and leaves its root where it was', () => {
    const lock: Lock = {
      centre: [
        [0.5, -1.2, 0.6],
        [1, -0.4, 0.5],
        [1.1, 0.3, 0.5],
        [1, 1, 0.6],
      ],
      halfWidth: 0.2,
      profile: 'fall',
      tone: 0,
      layer: 'front',
      isGlossy: true,
      hasEdge: true,
    };
    const [{ centre }] = tuckedBehindEars([lock]);
    expect(centre[0]).toEqual([0.5, -1.2, 0.6]);
    const atEar = centre.filter(([, y]) => y > 0 && y < 0.5);
    expect(atEar.length).toBeGreaterThan(2);
    for (const [, , z] of atEar) expect(z).toBeLessThan(-0.2);
    expect(tuckedBehindEars([{ ...lock, layer: 'back' }])[0].centre).toBe(lock.centre);
  });
});
