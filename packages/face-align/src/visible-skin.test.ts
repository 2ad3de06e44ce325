import { landmarkPoint, NOSE_BASE } from '@avatar/face';
import type { LabImage } from '@avatar/image';
import { syntheticArtifacts } from '@avatar/testing';
import { describe, expect, it } from 'vitest';
import { drawBareFace } from './face-outlines.js';
import { visibleSkin } from './visible-skin.js';

const { face } = syntheticArtifacts();
const { landmarks, crop } = face;
const { width, height } = crop;
const bare = drawBareFace(landmarks, width, height);
const SKIN = [62, 14, 18] as const;

/** Skin everywhere, and something else in the face where `isCovered` says so. */
function picture(isCovered: (y: number) => boolean, cover: readonly [number, number, number]): LabImage {
  const [L, a, b] = [0, 1, 2].map(() => new Float32Array(width * height));
  for (let i = 0; i < L.length; i++) {
    const y = Math.floor(i / width);
    [L[i], a[i], b[i]] = bare.data[i] > 0 && isCovered(y) ? cover : SKIN;
  }
  return { L, a, b, width, height };
}

const medians = (lab: LabImage) => {
  const { L, a, b } = visibleSkin(lab, bare, landmarks);
  return [L.median, a.median, b.median];
};

describe('visibleSkin', () => {
  const eyes = landmarkPoint(landmarks, 168)[1];
  const nose = landmarkPoint(landmarks, NOSE_BASE)[1];

  it('is that of the face', () => {
    expect(medians(picture(() => false, SKIN))).toEqual([...SKIN]);
    expect(medians(picture((y) => y > nose, [40, 16, 20]))[1]).toBeCloseTo(14, 4);
  });

  it('is that of the brow behind a phone', () => {
    expect(medians(picture((y) => y > eyes, [15, 1, -3]))).toEqual([...SKIN]);
  });

  it('is that of the neck under paint', () => {
    expect(medians(picture(() => true, [35, 2, -25]))).toEqual([...SKIN]);
  });

  it('stays that of the face where no skin has its colour: in black and white, under coloured lamps', () => {
    const grey: LabImage = picture(() => false, SKIN);
    grey.a.fill(0);
    grey.b.fill(0);
    expect(medians(grey)).toEqual([62, 0, 0]);
  });
});
