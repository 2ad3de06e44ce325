import type { FaceEmbedder } from '@avatar/face';
import { faceDetect } from '@avatar/face-align';
import { load } from '@avatar/load';
import type { ModelHub } from '@avatar/models';
import { pipeline } from '@avatar/pipeline-runner';
import { reportInput } from '@avatar/quality-gate';
import { AvatarError } from '@avatar/stage';

/** What is known of one photo: who it looks like, and what can be measured without guessing who that is. */
export interface PhotoMeasures {
  readonly vector: Float32Array;
  /** Measurements of the input report, by component. */
  readonly measured: Readonly<Record<string, number>>;
}

/** Measures the dominant face of a photo; undefined when the photo is refused. The result lives in memory only. */
export async function measurePhoto(
  path: string,
  models: ModelHub,
  embedder: FaceEmbedder,
): Promise<PhotoMeasures | undefined> {
  try {
    const { photo, faces } = await pipeline('source')
      .use(load())
      .use(faceDetect({ models }))
      .execute({ source: { path } });
    const [face] = faces.faces;
    if (face === undefined) return undefined;
    const { vector } = await embedder.embed(photo.image, face.landmarks);
    const { components } = await reportInput(photo, faces);
    const measured = Object.fromEntries(components.map(({ name, measured = 0 }) => [name, measured]));
    return { vector, measured };
  } catch (error) {
    if (AvatarError.is(error) && error.code === 'input-rejected') return undefined;
    throw error;
  }
}
