import { HAIR_STYLES, HAIR_TEXTURES, HEADWEAR_STYLES, type FilledCharacter } from '@avatar/character';
import { describe, expect, it } from 'vitest';
import { PLAIN_LOOK } from '../rig/plain-look.test-support.js';
import { personOf } from '../rig/person.js';
import { createRig } from '../rig/rig.js';
import { TYPICAL } from '../typical-character.test-support.js';
import { groom } from './groom.js';
import { capOutline } from './hairline.js';

const rigOf = (change: Partial<FilledCharacter>) =>
  createRig({
    person: personOf({ ...TYPICAL, ...change }),
    look: PLAIN_LOOK,
    scale: 100,
    centre: [400, 400],
  });

const numbersOf = (change: Partial<FilledCharacter>): number[] => {
  const rig = rigOf(change);
  const { locks, cap } = groom(rig);
  return [
    ...locks.flatMap(({ centre, halfWidth, tone }) => [
      halfWidth,
      tone,
      ...centre.flatMap(([x, y, z]) => [x, y, z]),
    ]),
    ...(cap ? capOutline(rig, cap).flatMap(([x, y]) => [x, y]) : []),
  ];
};

describe('groom', () => {
  it('gives finite locks for every style in every texture, turned and straight', () => {
    for (const { value: style } of HAIR_STYLES)
      for (const { value: texture } of HAIR_TEXTURES)
        for (const yaw of [-45, 0, 45]) {
          const numbers = numbersOf({
            hair: { ...TYPICAL.hair, style, texture, recession: 0.5 },
            pose: { ...TYPICAL.pose, yaw },
          });
          expect(numbers.every((value) => Number.isFinite(value) && Math.abs(value) < 2000)).toBe(true);
          if (style !== 'bald') expect(numbers.length).toBeGreaterThan(100);
        }
  });

  it('grooms a person the same way twice', () => {
    expect(numbersOf({})).toEqual(numbersOf({}));
  });

  it('keeps hair inside of headwear that covers it', () => {
    for (const { value: style } of HEADWEAR_STYLES) {
      const { locks } = groom(
        rigOf({ headwear: { ...TYPICAL.headwear, style }, hair: { ...TYPICAL.hair, style: 'long_wavy' } }),
      );
      if (style === 'hijab') expect(locks).toEqual([]);
      if (style === 'beanie' || style === 'fedora')
        for (const { centre } of locks) for (const [, y] of centre) expect(y).toBeGreaterThan(-0.75);
    }
  });

  it('moves the far side of a turned head behind the face', () => {
    const hair = { ...TYPICAL.hair, style: 'long_straight' } as const;
    const layersAt = (yaw: number) =>
      groom(rigOf({ hair, pose: { ...TYPICAL.pose, yaw } })).locks.map(({ layer }) => layer);
    expect(layersAt(0)).not.toContain('mid');
    expect(layersAt(40)).toContain('mid');
  });
});
