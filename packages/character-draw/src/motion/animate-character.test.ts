import { expect, test } from 'vitest';
import { eyeShape } from '../features/eye-shape.js';
import { FLAT_LOOK } from '../looks/flat/flat-look.js';
import { TOON_PROPORTIONS } from '../looks/toon3d/model/proportions.js';
import { eyeShapeOf } from '../looks/toon3d/model/eye-shape.js';
import { createRig, EXPRESSION_SHAPES, personOf, SQUARE_CANVAS } from '../rig/index.js';
import { TYPICAL } from '../typical-character.test-support.js';
import { animateCharacter, type AnimationFrame } from './animate-character.js';
import { eased } from './keyframes.js';
import { MOTION_NAMES } from './motions.js';

const loop = async (motion: (typeof MOTION_NAMES)[number], options = {}) =>
  (await animateCharacter({ seed: 3 }, { look: 'flat', motion, sizePx: 96, ...options })).frames;

/** How much of the picture changes from each frame to the next, the last one to the first. */
function changes(frames: readonly AnimationFrame[]): number[] {
  return frames.map(({ picture }, i) => {
    const next = frames[(i + 1) % frames.length].picture.data;
    return picture.data.reduce((sum, value, k) => sum + Math.abs(value - next[k]), 0) / next.length;
  });
}

test.each(MOTION_NAMES)('%s lasts 2 s, moves without a jump, and ends as it began', async (motion) => {
  const frames = await loop(motion);
  expect(frames.reduce((sum, { durationMs }) => sum + durationMs, 0)).toBe(2000);
  const steps = changes(frames);
  expect(Math.max(...steps)).toBeGreaterThan(0.1);
  // Nothing of the person goes from one place to another at once: not where the loop closes, not anywhere.
  expect(Math.max(...steps)).toBeLessThan(6);
  expect(steps[steps.length - 1]).toBeLessThanOrEqual(Math.max(...steps.slice(0, -1)) * 1.1);
});

test('the same person moves in the same way', async () => {
  const few = { framesPerSecond: 5 };
  const [first, again] = [await loop('nod', few), await loop('nod', few)];
  expect(again.map(({ picture }) => picture.data)).toEqual(first.map(({ picture }) => picture.data));
});

test('a wave goes before the gesture of the spec', async () => {
  const { character } = await animateCharacter(
    { pose: { gesture: 'thumbs_up' } },
    { look: 'flat', motion: 'wave', sizePx: 64, framesPerSecond: 5 },
  );
  expect(character.pose.gesture).toBe('wave');
});

test.each(['anime', 'flat'] as const)('lids meet where they close, in %s', (name) => {
  const face = { ...EXPRESSION_SHAPES.neutral, closing: 1 };
  const rig = createRig({
    person: personOf(TYPICAL, { face, swingRad: 0 }),
    look: FLAT_LOOK.proportions,
    scale: 100,
    centre: [SQUARE_CANVAS.width / 2, 400],
  });
  const { upper, shutAt } = eyeShape(rig, 1, name === 'anime');
  for (const [u, height] of upper) expect(height).toBeCloseTo(shutAt(u));
});

test('modelled lids meet too, in the middle of the eye at the lower one', () => {
  const rigFor = (closing: number) =>
    createRig({
      person: personOf(TYPICAL, { face: { ...EXPRESSION_SHAPES.neutral, closing }, swingRad: 0 }),
      look: TOON_PROPORTIONS,
      scale: 100,
      centre: [400, 400],
    });
  const [open, shut] = [eyeShapeOf(rigFor(0)), eyeShapeOf(rigFor(1))];
  expect(open.lower(0) - open.upper(0)).toBeGreaterThan(0.1);
  expect(shut.upper(0)).toBeCloseTo(shut.lower(0), 2);
  expect(shut.lower(0)).toBeCloseTo(open.lower(0), 5);
});

test('keys are eased: slow at both ends, resting outside', () => {
  const keys = [
    [1, 0],
    [2, 1],
  ] as const;
  expect([0, 1, 1.1, 1.5, 1.9, 2, 3].map((at) => +eased(keys, at).toFixed(3))).toEqual([
    0, 0, 0.028, 0.5, 0.972, 1, 1,
  ]);
});

test.each([
  [{ motion: 'dance' }, 'motion'],
  [{ sizePx: 513 }, 'sizePx'],
  [{ framesPerSecond: 60 }, 'framesPerSecond'],
  [{ look: 'oil' }, 'look'],
  [{ size: { widthPx: 100, heightPx: 90 } }, 'size'],
])('refuses %o', async (wrong, option) => {
  const options = { look: 'flat', motion: 'nod', ...wrong } as never;
  await expect(animateCharacter({}, options)).rejects.toMatchObject({ code: 'invalid-options' });
  await expect(animateCharacter({}, options)).rejects.toThrow(option);
});

test('stops when it is aborted', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(animateCharacter({}, { look: 'flat', motion: 'nod', signal })).rejects.toThrow('enough');
});
