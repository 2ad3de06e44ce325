import { eyeMidpoint, headHeightPx, landmarkBox, landmarksInPart } from '@avatar/face';
import type { DetectedFace, Photo } from '@avatar/stage';
import { syntheticFace } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { headCut, headCutWarning } from './head-cut.js';

const { landmarks } = syntheticFace({ sizePx: 400 });
const box = landmarkBox(landmarks);

/** The face in a photo that begins at a place and has a size. */
function cutTo(left: number, top: number, width: number, height: number): [DetectedFace, Photo] {
  const face: DetectedFace = {
    landmarks: landmarksInPart(landmarks, { x: left, y: top }),
    box: { ...box, x: box.x - left, y: box.y - top },
    score: 1,
    presence: 1,
    pose: { rollRad: 0, yawRad: 0, pitchRad: 0 },
    coverage: 0.3,
  };
  const image = { data: new Uint8Array(0), width, height, channels: 3 } as const;
  return [face, { image, format: 'png', sourceWidth: width, sourceHeight: height, scale: 1 }];
}
const codes = (...photo: [DetectedFace, Photo]) => headCutWarning(...photo).map(({ code }) => code);

describe('head-cut', () => {
  test('is silent where the photo has the whole head', () => {
    expect(headCut(...cutTo(0, 0, 400, 400))).toBe(0);
    expect(codes(...cutTo(0, 0, 400, 400))).toEqual([]);
  });

  test('warns where the photo ends within the forehead, above the chin or in the middle of the face', () => {
    expect(codes(...cutTo(0, box.y + 0.1 * box.height, 400, 300))).toEqual(['head-cut']);
    expect(codes(...cutTo(0, 0, 400, box.y + 0.75 * box.height))).toEqual(['head-cut']);
    expect(codes(...cutTo(box.x + box.width / 2, 0, 400, 400))).toEqual(['head-cut']);
  });

  test('bears a photo that takes a sliver of the crown', () => {
    const crown = eyeMidpoint(landmarks)[1] - 0.46 * headHeightPx(landmarks);
    const photo = cutTo(0, crown + 0.06 * headHeightPx(landmarks), 400, 400);
    expect(headCut(...photo)).toBeCloseTo(0.06, 2);
    expect(codes(...photo)).toEqual([]);
  });
});
