import { cosineSimilarity, embedFace } from '@avatar/face';
import type { ModelHub } from '@avatar/models';
import { structuralSimilarity } from '@avatar/testing';
import type { Style } from '@avatar/styles';
import { personStages, photoStages, styledStages } from '@avatar/generator';
import { evaluated } from '../eval/evaluated-request.js';
import type { StyleFigures } from './table.js';

const INTENSITIES = [0.05, 0.3, 0.55, 0.8, 1];
const SEED = 7;
/** Cosines of nearly the same picture differ by chance. */
const COSINE_NOISE = 0.01;

const fallsAlong = (values: readonly number[], noise: number): boolean =>
  values.every((value, i) => i === 0 || value <= values[i - 1] + noise);

const samePixels = (one: readonly Float32Array[], other: readonly Float32Array[]): boolean =>
  one.every((plane, channel) => plane.every((value, i) => value === other[channel][i]));

/**
 * Whether lower intensity is closer to the cut-out photo, by SSIM over the person and by cosine, and the same seed
 * the same picture.
 */
export async function measureSteps(
  models: ModelHub,
  style: Style,
  people: readonly string[],
): Promise<StyleFigures> {
  const options = evaluated(models, style);
  let monotone = true;
  let reproducible = true;
  for (const path of people) {
    const shared = await photoStages(options).execute({ source: { path } });
    const aligned = await personStages(options).execute(shared);
    const { alpha, foreground } = aligned.cutout;
    const person = (planes: readonly Float32Array[]) => ({
      ...foreground,
      planes: planes.map((plane) => plane.map((value, i) => value * alpha.data[i])) as [
        Float32Array,
        Float32Array,
        Float32Array,
      ],
    });
    const similarities: number[] = [];
    const cosines: number[] = [];
    let last: readonly Float32Array[] = [];
    for (const intensity of INTENSITIES) {
      const { avatar } = await styledStages(options).execute(aligned, { intensity, seed: SEED });
      last = avatar.image.planes;
      similarities.push(structuralSimilarity(person(last), person(foreground.planes)));
      const embedding = await embedFace(avatar.image, avatar.landmarks ?? aligned.face.landmarks, models);
      cosines.push(cosineSimilarity(embedding, aligned.embedding));
    }
    monotone &&= fallsAlong(similarities, 0) && fallsAlong(cosines, COSINE_NOISE);
    const again = await styledStages(options).execute(aligned, { intensity: 1, seed: SEED });
    reproducible &&= samePixels(again.avatar.image.planes, last);
  }
  return { monotone, reproducible };
}
