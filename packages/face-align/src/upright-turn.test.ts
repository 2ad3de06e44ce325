import { transformLandmarks } from '@avatar/face';
import { transformAbout } from '@avatar/image';
import { syntheticFace } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { uprightTurn } from './upright-turn.js';

const { landmarks } = syntheticFace({ sizePx: 400 });
const degrees = (radians: number) => (radians * 180) / Math.PI;
const turnedBy = (angleDeg: number) =>
  transformLandmarks(landmarks, transformAbout([200, 200], [200, 200], 1, (angleDeg * Math.PI) / 180));
const atYaw = (yawDeg: number) => ({ yawRad: (yawDeg * Math.PI) / 180 });

describe('uprightTurn', () => {
  test.each([-170, -80, -24, 0, 14, 30, 95])(
    'turns %d degrees back when the face is seen from the front',
    (angle) => {
      expect(degrees(uprightTurn(turnedBy(angle), atYaw(10)))).toBeCloseTo(angle, 1);
    },
  );

  test.each([-60, 50])('leaves a profile at %d degrees of yaw as it is in the photo', (yaw) => {
    expect(degrees(uprightTurn(turnedBy(30), atYaw(yaw)))).toBeCloseTo(0, 5);
    expect(degrees(uprightTurn(turnedBy(-20), atYaw(yaw)))).toBeCloseTo(0, 5);
  });

  test('turns a photo of a profile that lies on its side by a right angle', () => {
    expect(degrees(uprightTurn(turnedBy(100), atYaw(60)))).toBeCloseTo(90, 5);
    expect(Math.abs(degrees(uprightTurn(turnedBy(170), atYaw(60))))).toBeCloseTo(180, 5);
  });

  test('goes over from one to the other without a jump', () => {
    const face = turnedBy(20);
    let last = uprightTurn(face, atYaw(30));
    for (let yaw = 30; yaw <= 50; yaw += 0.5) {
      const turn = uprightTurn(face, atYaw(yaw));
      expect(Math.abs(degrees(turn - last))).toBeLessThan(2);
      last = turn;
    }
  });
});
