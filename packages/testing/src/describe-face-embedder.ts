import { cosineSimilarity, likenessScore, transformLandmarks, type FaceEmbedder } from '@avatar/face';
import { resizeRaster, toPlanar } from '@avatar/image';
import type { FaceLandmarks, RasterImage } from '@avatar/stage';
import { describe, expect, test } from 'vitest';

/** A photo and where the face is in it. */
export interface FaceSample {
  readonly image: RasterImage;
  readonly landmarks: FaceLandmarks;
}

/**
 * The contract that every `FaceEmbedder` keeps, as a vitest suite. Call it at the top level of a test file.
 *
 * @param start called once, before the first test; the faces are those of two people
 */
export function describeFaceEmbedder(
  name: string,
  start: () => Promise<{
    readonly embedder: FaceEmbedder;
    readonly people: readonly [FaceSample, FaceSample];
  }>,
): void {
  describe(`contract of the face embedder ${name}`, () => {
    let given: ReturnType<typeof start> | undefined;
    const sample = () => (given ??= start());
    const scoreOf = async (a: FaceSample, b: FaceSample) => {
      const { embedder } = await sample();
      const [first, second] = [
        await embedder.embed(a.image, a.landmarks),
        await embedder.embed(b.image, b.landmarks),
      ];
      return likenessScore(cosineSimilarity(first, second), embedder.calibration.knots);
    };

    test('gives vectors of length 1 under the name of its calibration', async () => {
      const { embedder, people } = await sample();
      const [{ image, landmarks }] = people;
      const { vector, modelId } = await embedder.embed(image, landmarks);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      expect(modelId).toBe(embedder.calibration.modelId);
    });

    test('gives the same bytes again', async () => {
      const { embedder, people } = await sample();
      const [{ image, landmarks }] = people;
      const [first, second] = [
        await embedder.embed(image, landmarks),
        await embedder.embed(image, landmarks),
      ];
      expect(second).toEqual(first);
    });

    test('knows a person in either kind of picture, and in a smaller one', async () => {
      const { embedder, people } = await sample();
      const [person] = people;
      const { vector, modelId } = await embedder.embed(toPlanar(person.image), person.landmarks);
      const asRaster = await embedder.embed(person.image, person.landmarks);
      expect(cosineSimilarity({ vector, modelId }, asRaster)).toBeGreaterThan(0.9999);
      expect(await scoreOf(person, await halved(person))).toBeGreaterThan(0.85);
    });

    test('tells two people apart', async () => {
      const { embedder, people } = await sample();
      const { knots, verificationCosine } = embedder.calibration;
      expect(await scoreOf(...people)).toBeLessThan(likenessScore(verificationCosine, knots));
    });

    test('rejects with the reason of an aborted signal', async () => {
      const { embedder, people } = await sample();
      const [{ image, landmarks }] = people;
      const reason = new Error('aborted by the contract suite');
      const signal = AbortSignal.abort(reason);
      await expect(embedder.embed(image, landmarks, { signal })).rejects.toBe(reason);
    });

    test('has a scale that rises from 0 to 1, and operating points on it', async () => {
      const { knots, operatingPoints } = (await sample()).embedder.calibration;
      expect(knots[0].score).toBe(0);
      expect(knots[knots.length - 1]).toMatchObject({ cosine: 1, score: 1 });
      for (const [index, knot] of knots.entries()) {
        if (index === 0) continue;
        expect(knot.cosine).toBeGreaterThan(knots[index - 1].cosine);
        expect(knot.score).toBeGreaterThan(knots[index - 1].score);
      }
      expect(operatingPoints.length).toBeGreaterThan(0);
      for (const { score, cosine } of operatingPoints)
        expect(likenessScore(cosine, knots)).toBeCloseTo(score, 9);
    });
  });
}

async function halved({ image, landmarks }: FaceSample): Promise<FaceSample> {
  const half = { a: 0.5, b: 0, tx: 0, ty: 0 };
  return {
    image: await resizeRaster(image, Math.round(image.width / 2), Math.round(image.height / 2)),
    landmarks: transformLandmarks(landmarks, half),
  };
}
