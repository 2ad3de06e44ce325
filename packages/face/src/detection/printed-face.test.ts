import { fakeModelHub, syntheticFace } from '@avatar/testing';
import type { DetectedFace, RasterImage } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { startFaceRun } from './face-run.js';
import { isOnChestOf, withoutPrintFirst } from './printed-face.js';

const image: RasterImage = { data: new Uint8Array(600 * 600 * 3), width: 600, height: 600, channels: 3 };

function faceAt(centreX: number, centreY: number, faceWidth = 0.15): DetectedFace {
  const { landmarks, pose, box } = syntheticFace({ sizePx: 600, centreX, centreY, faceWidth });
  return { box, score: 0.9, presence: 1, landmarks, pose, coverage: 0.1 };
}

/** Says the same class everywhere. */
const hubOf = (label: number) =>
  fakeModelHub({
    'selfie-multiclass': () => {
      const data = new Float32Array(6 * 65536);
      data.fill(9, label * 65536, (label + 1) * 65536);
      return { logits: { data, dims: [1, 6, 256, 256] } };
    },
  });
const HAIR = 1;
const CLOTHES = 4;

const living = faceAt(0.5, 0.2);
const print = faceAt(0.52, 0.6, 0.2);

describe('a face on the chest of another', () => {
  test('lies under it, about in the middle, not beside or above it', () => {
    expect(isOnChestOf(print, living)).toBe(true);
    expect(isOnChestOf(living, print)).toBe(false);
    expect(isOnChestOf(faceAt(0.9, 0.6), living)).toBe(false);
    expect(isOnChestOf(faceAt(0.5, 0.3), living)).toBe(false);
  });

  test('comes last when there is cloth around it', async () => {
    const models = hubOf(CLOTHES);
    const run = startFaceRun(image, models, {});
    expect(await withoutPrintFirst(run, [print, living])).toEqual([living, print]);
    expect(models.calls).toHaveLength(1);
  });

  test('stays first when it has hair, as a child in somebody’s arms', async () => {
    const run = startFaceRun(image, hubOf(HAIR), {});
    expect(await withoutPrintFirst(run, [print, living])).toEqual([print, living]);
  });

  test('stays first where the model cannot be had', async () => {
    const run = startFaceRun(image, fakeModelHub({}), {});
    expect(await withoutPrintFirst(run, [print, living])).toEqual([print, living]);
  });

  test('no model runs for people beside each other, nor for one alone', async () => {
    const models = hubOf(CLOTHES);
    const run = startFaceRun(image, models, {});
    const beside = [faceAt(0.3, 0.5), faceAt(0.7, 0.4)];
    expect(await withoutPrintFirst(run, beside)).toEqual(beside);
    expect(await withoutPrintFirst(run, [print])).toEqual([print]);
    expect(models.calls).toHaveLength(0);
  });
});
