import { enlarge, guidedFilter, shrink } from '@avatar/image';
import type { FaceLandmarks, Plane } from '@avatar/stage';
import type { RetouchParameters } from '@avatar/styles';
import type { CoarseLevels } from '../sharpness/bands.js';
import { softened } from '../grade/half-size.js';
import type { OpponentImage } from '../sharpness/opponent.js';
import { skinMean } from './skin-mean.js';
import { underEyeLift, underEyeMask } from './under-eyes.js';

export interface SkinRetouch {
  readonly landmarks: FaceLandmarks;
  readonly skin: Plane;
  /** Pixels for each pixel of a head of 416 px. */
  readonly headUnit: number;
  /** 1 when the skin shows its pores, towards 0 when the photo lost them: what is smooth is not smoothed. */
  readonly sharpness: number;
  readonly retouch: RetouchParameters;
}

/** Brighter than the skin around by this much is shine; in between it is form. */
const SHINE_FROM = 0.085;
/** Share of the smoothing that reaches wrinkles, and pores. */
const WRINKLES = 0.45;
const PORES = 0.12;

const SHRINK = 4;

/** Mean luma of the skin around each pixel, at the size of a cheek. */
const skinSurroundings = (luma: Plane, skin: Plane, headUnit: number): Plane =>
  enlarge(
    skinMean(shrink(luma, SHRINK), shrink(skin, SHRINK), (24 / SHRINK) * headUnit),
    luma.width,
    luma.height,
  );

/**
 * Skin by frequency separation: colours and blotches are evened, shine and the shadows under the eyes are eased; lines
 * lose little and pores stay. Writes into the planes of `picture`, on the skin only.
 */
export function retouchSkin(picture: OpponentImage, levels: CoarseLevels, task: SkinRetouch): void {
  const { retouch, headUnit, landmarks } = task;
  const skin = task.skin.data;
  const even = guidedFilter(picture.Y, picture.Y, {
    radiusPx: Math.max(3, 9 * headUnit),
    epsilon: 0.0022,
  }).data;
  const around = skinSurroundings(picture.Y, task.skin, headUnit).data;
  const underEyes = underEyeMask(landmarks, task.skin, headUnit).data;
  const softU = softened(picture.U, 5 * headUnit).data;
  const softV = softened(picture.V, 5 * headUnit).data;
  const smoothing = retouch.skinSmoothing * (0.6 + 0.4 * task.sharpness);
  const evenColour = retouch.skinSmoothing * retouch.skinColour;
  const { large, middle } = levels;
  const [Y, U, V] = [picture.Y.data, picture.U.data, picture.V.data];
  for (let i = 0; i < skin.length; i++) {
    const onSkin = skin[i];
    if (onSkin < 0.004) continue;
    const k = onSkin * smoothing;
    const spots = large[i] - even[i];
    const wrinkles = middle[i] - large[i];
    const pores = Y[i] - middle[i];
    let value = even[i] + spots * (1 - k) + wrinkles * (1 - k * WRINKLES) + pores * (1 - k * PORES);
    const shine = value - around[i] - SHINE_FROM;
    let restored = 1;
    if (shine > 0) {
      const off = shine * retouch.shine * onSkin;
      value -= off;
      // Shine has the colour of the lamp: what is taken off gives the skin its own colour back.
      restored += 2 * off;
    }
    const shadow = around[i] - even[i];
    if (shadow > 0) value += retouch.underEyes * underEyes[i] * underEyeLift(shadow);
    U[i] = (U[i] + (softU[i] - U[i]) * evenColour * onSkin) * restored;
    V[i] = (V[i] + (softV[i] - V[i]) * evenColour * onSkin) * restored;
    Y[i] = value;
  }
}
