import { landmarksInPart } from '@avatar/face';
import { cutPlane, putPlane } from '@avatar/image';
import type { Box, FaceLandmarks, FaceRegions, Plane } from '@avatar/stage';
import type { RetouchParameters } from '@avatar/styles';
import { areaOf } from './area.js';
import type { CoarseLevels, DetailLevels } from '../sharpness/bands.js';
import { enliven } from './eyes.js';
import { evenMixedLight } from './mixed-light.js';
import type { OpponentImage } from '../sharpness/opponent.js';
import { retouchSkin } from './skin.js';
import { eyeWhites, whitenTeeth } from './teeth.js';

export interface PortraitTask {
  readonly landmarks: FaceLandmarks;
  readonly regions: FaceRegions;
  /** Pixels for each pixel of a head of 416 px. */
  readonly headUnit: number;
  readonly sharpness: number;
  readonly retouch: RetouchParameters;
}

/** Wider than the widest filter reaches, in pixels of a head of 416 px. */
const MARGIN_PX = 40;

function cutBands({ middle, large }: DetailLevels, whole: Plane, area: Box): CoarseLevels {
  const cut = (data: Float32Array) => cutPlane({ ...whole, data }, area).data;
  return { middle: cut(middle), large: cut(large) };
}

/**
 * Everything that is done to the face: mixed light, skin, eyes, teeth. Works on the rectangle around the skin only, and
 * writes into the planes of `picture`.
 */
export function retouchPortrait(picture: OpponentImage, levels: DetailLevels, task: PortraitTask): void {
  const { regions, headUnit, retouch } = task;
  const area = areaOf(regions.skin, Math.ceil(MARGIN_PX * headUnit));
  if (area === undefined) return;
  const part = {
    Y: cutPlane(picture.Y, area),
    U: cutPlane(picture.U, area),
    V: cutPlane(picture.V, area),
  };
  const skin = cutPlane(regions.skin, area);
  const partLevels = cutBands(levels, picture.Y, area);
  const landmarks = landmarksInPart(task.landmarks, area);
  evenMixedLight(part, skin, headUnit, retouch.mixedLight);
  retouchSkin(part, partLevels, { landmarks, skin, headUnit, sharpness: task.sharpness, retouch });
  const eyes = cutPlane(regions.eyes, area);
  enliven(part, partLevels, eyes, retouch.eyes);
  whitenTeeth(part, cutPlane(regions.teeth, area), retouch.teeth, eyeWhites(part, eyes));
  putPlane(picture.Y, part.Y, area);
  putPlane(picture.U, part.U, area);
  putPlane(picture.V, part.V, area);
}
