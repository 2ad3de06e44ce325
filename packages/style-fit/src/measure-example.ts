import { detectFaces, dominantFace, landmarksInPart } from '@avatar/face';
import { cutPlanar, toLab, toPlanar } from '@avatar/image';
import { load } from '@avatar/load';
import type { ModelHub } from '@avatar/models';
import { judgeContent } from '@avatar/quality-gate';
import type { PhotoSource, StageContext } from '@avatar/stage';
import { describeExample, type Descriptor } from './descriptor/descriptor.js';
import { trimMount } from './descriptor/trim-mount.js';
import { exampleView } from './descriptor/view.js';

/** Longer side at which examples are measured. */
const SIDE_PX = 768;
const LEAST_SIDE_PX = 200;
/** Of photos of clothed people none reaches this, and of old masters hardly one. */
const EXPLICIT = 0.6;

const reader = load({ maxSidePx: SIDE_PX, minSidePx: LEAST_SIDE_PX });

/** What an example tells of its style: plain data that survives `structuredClone`. */
export interface MeasuredExample {
  readonly descriptor: Descriptor;
  readonly isExplicit: boolean;
  /** Probability in [0, 1] that it is drawn or painted, not photographed. */
  readonly drawn: number;
}

/** An example that was looked at. `unusable`: why nothing could be measured of it, such as `not-an-image`. */
export type Measurement = MeasuredExample | { readonly unusable: string };

export interface MeasureOptions {
  /** Finds faces, and judges whether examples are explicit. */
  readonly models: ModelHub;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Decodes and measures one example, for `fitMeasured`. Nothing of its pixels is kept but colours of single places and
 * bare texture.
 * @throws AvatarError `input-rejected` for what is no picture, or too small; `model-unavailable`, `inference-failed`
 */
export async function measureExample(
  source: PhotoSource,
  { models, signal = new AbortController().signal }: MeasureOptions,
): Promise<MeasuredExample> {
  const context = contextOf(signal);
  const { photo } = await reader.run({ source }, context);
  const opinion = await judgeContent(photo.image, models, { signal, maxExplicit: EXPLICIT });
  const found = await detectFaces(photo.image, models, { signal });
  const face = found.faces.length > 0 ? dominantFace(found) : undefined;
  signal.throwIfAborted();
  const whole = toPlanar(photo.image);
  const box = trimMount(toLab(whole));
  const view = exampleView(
    toLab(cutPlanar(whole, box)),
    face && { landmarks: landmarksInPart(face.landmarks, box), presence: face.presence },
  );
  const drawn = Object.entries(opinion.classes).find(([name]) => name.endsWith('/drawing'));
  return {
    descriptor: describeExample(view),
    isExplicit: opinion.explicit >= EXPLICIT,
    drawn: drawn?.[1] ?? 0,
  };
}

const contextOf = (signal: AbortSignal): StageContext => ({
  signal,
  seed: 0,
  intensity: 1,
  attempt: 0,
  warn: () => undefined,
  useModel: () => undefined,
  usedModels: () => [],
});
