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

export interface ReadExample {
  readonly descriptor: Descriptor;
  readonly isExplicit: boolean;
  /** Probability in [0, 1] that it is drawn or painted, not photographed. */
  readonly drawn: number;
}

/**
 * Decodes and measures one example. Nothing of its pixels is kept but colours of single places and bare texture.
 * @throws AvatarError `input-rejected` for what is no picture, or too small
 */
export async function readExample(
  source: PhotoSource,
  models: ModelHub,
  context: StageContext,
): Promise<ReadExample> {
  const { signal } = context;
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
