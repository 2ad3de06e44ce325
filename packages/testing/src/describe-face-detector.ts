import type { FaceCandidate, FaceDetector } from '@avatar/face';
import { resizeRaster, toChannelsFirst } from '@avatar/image';
import type { Box, RasterImage } from '@avatar/stage';
import { describe, expect, test } from 'vitest';

/** A square photo of one person who looks at the camera. */
export interface PortraitSample {
  readonly photo: RasterImage;
  /** Forehead to chin, ear to ear, in pixels of the photo; roughly. */
  readonly face: Box;
}

const MIN_SCORE = 0.5;

/**
 * The contract that every `FaceDetector` keeps, as a vitest suite. Call it at the top level of a test file.
 *
 * @param start called once, before the first test
 */
export function describeFaceDetector(
  name: string,
  start: () => Promise<{ readonly detector: FaceDetector; readonly portrait: PortraitSample }>,
): void {
  describe(`contract of the face detector ${name}`, () => {
    let given: ReturnType<typeof start> | undefined;
    const sample = () => (given ??= start());
    const squareOf = async () => {
      const { detector, portrait } = await sample();
      const { sidePx, scaling } = detector.input;
      return toChannelsFirst(await resizeRaster(portrait.photo, sidePx, sidePx), scaling);
    };
    const detect = async (minScore: number) =>
      (await sample()).detector.detect(await squareOf(), minScore, {});
    let shared: ReturnType<typeof detect> | undefined;
    /** What is found in the portrait: looked for once, which takes some detectors long. */
    const found = () => (shared ??= detect(MIN_SCORE));

    test('finds the face where it is, in pixels of the square', async () => {
      const { detector, portrait } = await sample();
      const scale = detector.input.sidePx / portrait.photo.width;
      const [best] = surestFirst(await found());
      const [x, y] = [(best.box.x + best.box.width / 2) / scale, (best.box.y + best.box.height / 2) / scale];
      const { face } = portrait;
      expect(Math.abs(x - face.x - face.width / 2)).toBeLessThan(0.2 * face.width);
      expect(Math.abs(y - face.y - face.height / 2)).toBeLessThan(0.2 * face.height);
      expect(best.box.width / scale / face.width).toBeGreaterThan(0.6);
      expect(best.box.width / scale / face.width).toBeLessThan(1.6);
    });

    test('knows its eyes and nose, as they are seen', async () => {
      const [{ box, keypoints }] = surestFirst(await found());
      const { leftEye, rightEye, nose } = keypoints;
      expect(leftEye[0]).toBeLessThan(nose[0]);
      expect(nose[0]).toBeLessThan(rightEye[0]);
      for (const eye of [leftEye, rightEye]) {
        expect(eye[1]).toBeLessThan(nose[1]);
        expect(eye[0]).toBeGreaterThan(box.x);
        expect(eye[0]).toBeLessThan(box.x + box.width);
      }
    });

    test('gives what reaches the score and nothing else', async () => {
      const [few, many] = [await found(), await detect(0.05)];
      expect(few.every(({ score }) => score >= MIN_SCORE && score <= 1)).toBe(true);
      expect(many.every(({ score }) => score >= 0.05)).toBe(true);
      expect(many.length).toBeGreaterThanOrEqual(few.length);
    });

    test('finds nothing in a grey square', async () => {
      const { detector } = await sample();
      const { sidePx, scaling } = detector.input;
      const grey = new Float32Array(3 * sidePx * sidePx).fill(128 * scaling.scale + scaling.offset);
      expect(await detector.detect(grey, MIN_SCORE, {})).toEqual([]);
    });

    test('gives the same again, and leaves the square as it was', async () => {
      const { detector } = await sample();
      const square = await squareOf();
      const before = square.slice();
      expect(await detector.detect(square, MIN_SCORE, {})).toEqual(await found());
      expect(square).toEqual(before);
    });

    test('rejects with the reason of an aborted signal', async () => {
      const { detector } = await sample();
      const reason = new Error('aborted by the contract suite');
      const aborted = detector.detect(await squareOf(), MIN_SCORE, { signal: AbortSignal.abort(reason) });
      await expect(aborted).rejects.toBe(reason);
    });

    test('names its models', async () => {
      const { modelIds } = (await sample()).detector;
      expect(modelIds.length).toBeGreaterThan(0);
      expect(new Set(modelIds).size).toBe(modelIds.length);
    });
  });
}

const surestFirst = (candidates: readonly FaceCandidate[]): FaceCandidate[] =>
  [...candidates].sort((a, b) => b.score - a.score);
