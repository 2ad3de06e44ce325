import { modelledLandmarks } from '@avatar/testing';
import { expect, test } from 'vitest';
import { roomForSmile } from './mouth.js';

const EYES_PX = 80;
const pose = { rollRad: 0.3, yawRad: 0, pitchRad: 0 };
const calm = modelledLandmarks({ centreXPx: 200, centreYPx: 200, halfWidthPx: 100, pose });

/** The corners of the mouth or the lower lip, moved by pixels along the turned head's own upright axis. */
function moved(points: readonly number[], upPx: number) {
  const result = calm.points.slice();
  for (const index of points) {
    result[index * 3] += Math.sin(pose.rollRad) * upPx;
    result[index * 3 + 1] -= Math.cos(pose.rollRad) * upPx;
  }
  return roomForSmile({ scheme: 'mesh468', points: result });
}

test('a calm mouth has all the room, and less the more it smiles', () => {
  const rooms = [0, 2, 3.5, 8].map((px) => moved([61, 291], px));
  expect(rooms[0]).toBe(1);
  expect(rooms[3]).toBe(0);
  expect(rooms[1]).toBeGreaterThan(rooms[2]);
  expect(rooms[2]).toBeGreaterThan(0);
});

test('a mouth that is wide open is left alone', () => {
  expect(moved([14], -0.5 * EYES_PX)).toBe(0);
});
