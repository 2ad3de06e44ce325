import { transformAbout } from '@avatar/image';
import { modelledLandmarks } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { eyeDistancePx, faceCoverage, headBox, headHeightPx, headRectangle } from './head.js';
import { landmarkBox, transformLandmarks } from './landmarks.js';
import { headPose } from './pose.js';

const UPRIGHT = { rollRad: 0, yawRad: 0, pitchRad: 0 };
const face = (pose: Partial<typeof UPRIGHT> = {}) =>
  modelledLandmarks({ centreXPx: 300, centreYPx: 250, halfWidthPx: 80, pose: { ...UPRIGHT, ...pose } });
const degrees = (value: number) => (value * Math.PI) / 180;

describe('headPose', () => {
  test.each([-179, -120, -90, -30, -5, 5, 30, 90, 170])('finds a roll of %d degrees', (roll) => {
    expect(headPose(face({ rollRad: degrees(roll) })).rollRad).toBeCloseTo(degrees(roll), 5);
  });

  test.each([
    [20, 0],
    [-35, 0],
    [0, 15],
    [0, -25],
  ])('finds a yaw of %d and a pitch of %d degrees at any roll', (yaw, pitch) => {
    const level = headPose(face()).pitchRad;
    for (const roll of [0, 40, 180]) {
      const turned = face({ yawRad: degrees(yaw), pitchRad: degrees(pitch), rollRad: degrees(roll) });
      const pose = headPose(turned);
      expect(pose.yawRad).toBeCloseTo(degrees(yaw), 2);
      expect(pose.pitchRad - level).toBeCloseTo(degrees(pitch), 2);
    }
  });
});

describe('sizes of the head', () => {
  test('the eye distance does not shrink when the head turns', () => {
    const frontal = eyeDistancePx(face());
    expect(eyeDistancePx(face({ yawRad: 0.6 }))).toBeCloseTo(frontal, 3);
    expect(eyeDistancePx(face({ rollRad: 1.2 }))).toBeCloseTo(frontal, 3);
  });

  test('the head height scales with the face and stays about the same under yaw and pitch', () => {
    const frontal = headHeightPx(face());
    const twice = transformLandmarks(face(), { a: 2, b: 0, tx: 0, ty: 0 });
    expect(headHeightPx(twice)).toBeCloseTo(2 * frontal, 2);
    expect(Math.abs(headHeightPx(face({ yawRad: 0.5 })) / frontal - 1)).toBeLessThan(0.1);
    expect(Math.abs(headHeightPx(face({ pitchRad: 0.4 })) / frontal - 1)).toBeLessThan(0.12);
  });
});

describe('the head rectangle', () => {
  test('adds 15 % on each side, 40 % above and 5 % below to an upright face', () => {
    const mesh = landmarkBox(face());
    const box = headBox(face(), 600, 600);
    expect(box.x).toBeCloseTo(mesh.x - 0.15 * mesh.width, 2);
    expect(box.y).toBeCloseTo(mesh.y - 0.4 * mesh.height, 2);
    expect(box.width).toBeCloseTo(1.3 * mesh.width, 2);
    expect(box.height).toBeCloseTo(1.45 * mesh.height, 2);
    expect(faceCoverage(face(), 600, 600)).toBeCloseTo((box.width * box.height) / 360000, 5);
  });

  test('turns with the head: the hair stays above the forehead', () => {
    const [first, second] = headRectangle(face({ rollRad: Math.PI }));
    expect(first[0]).toBeGreaterThan(second[0]);
    expect(first[1]).toBeGreaterThan(landmarkBox(face({ rollRad: Math.PI })).y);
  });

  test.each([0.3, 1, Math.PI / 2, 2.5, Math.PI])('covers as much of a picture turned by %d', (angle) => {
    const turned = transformLandmarks(face(), transformAbout([300, 300], [300, 300], 1, angle));
    expect(faceCoverage(turned, 600, 600)).toBeCloseTo(faceCoverage(face(), 600, 600), 4);
  });

  test('counts only what is inside the picture', () => {
    const half = transformLandmarks(face(), { a: 1, b: 0, tx: -300, ty: 0 });
    expect(faceCoverage(half, 600, 600)).toBeCloseTo(faceCoverage(face(), 600, 600) / 2, 2);
    expect(headBox(half, 600, 600).x).toBe(0);
    const outside = transformLandmarks(face(), { a: 1, b: 0, tx: 2000, ty: 0 });
    expect(faceCoverage(outside, 600, 600)).toBe(0);
    expect(headBox(outside, 600, 600)).toEqual({ x: 0, y: 0, width: 0, height: 0 });
  });
});
