import { syntheticArtifacts } from '@avatar/testing';
import { landmarkMean, LEFT_EYE, landmarkPoint } from '@avatar/face';
import { createPlane } from '@avatar/image';
import { describe, expect, it } from 'vitest';
import { planFaceWarp, warpFacePlanes, warpLandmarks } from './face-warp.js';

const SIZE = 256;
const { landmarks } = syntheticArtifacts({ sizePx: SIZE }).face;
const warp = planFaceWarp(landmarks, { eyes: 0.3, nose: -0.1, mouth: 0 }, 1, { width: SIZE, height: SIZE });

describe('warpLandmarks', () => {
  it('makes the eyes larger about their middle', () => {
    const moved = warpLandmarks(landmarks, warp);
    const width = (points: typeof landmarks) =>
      Math.abs(landmarkPoint(points, 263)[0] - landmarkPoint(points, 362)[0]);
    expect(width(moved)).toBeGreaterThan(1.1 * width(landmarks));
    const [before, after] = [landmarkMean(landmarks, LEFT_EYE), landmarkMean(moved, LEFT_EYE)];
    expect(Math.hypot(before[0] - after[0], before[1] - after[1])).toBeLessThan(1.5);
  });

  it('moves nothing at strength 0', () => {
    const still = planFaceWarp(landmarks, { eyes: 0.3, nose: -0.1, mouth: 0.1 }, 0, {
      width: SIZE,
      height: SIZE,
    });
    expect(warpLandmarks(landmarks, still).points).toEqual(landmarks.points);
  });
});

describe('warpFacePlanes', () => {
  it('takes pixels where the landmarks go', () => {
    const ramp = createPlane(SIZE, SIZE);
    for (let i = 0; i < ramp.data.length; i++) ramp.data[i] = (i % SIZE) + 0.5;
    const [warped] = warpFacePlanes([ramp], warp);
    const [x] = landmarkPoint(landmarks, 263);
    const [toX, toY] = landmarkPoint(warpLandmarks(landmarks, warp), 263);
    expect(toX - x).toBeGreaterThan(1);
    expect(Math.abs(warped.data[Math.floor(toY) * SIZE + Math.floor(toX)] - x)).toBeLessThan(0.9);
  });

  it('changes nothing outside its bounds, and not its input', () => {
    const plane = createPlane(SIZE, SIZE);
    for (let i = 0; i < plane.data.length; i++) plane.data[i] = (i * 31) % 97;
    const copy = plane.data.slice();
    const [warped] = warpFacePlanes([plane], warp);
    expect(plane.data).toEqual(copy);
    let changed = 0;
    for (let y = 0, i = 0; y < SIZE; y++)
      for (let x = 0; x < SIZE; x++, i++) {
        const inside = x >= warp.left && x < warp.right && y >= warp.top && y < warp.bottom;
        if (warped.data[i] === copy[i]) continue;
        changed++;
        if (!inside) expect.fail(`changed at ${x}, ${y}`);
      }
    expect(changed).toBeGreaterThan(100);
  });
});
