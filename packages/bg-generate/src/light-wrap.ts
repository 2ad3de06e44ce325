import type { PlanarImage, Plane } from '@avatar/stage';
import { createPlanar, createPlane, gaussianBlur, planesOf } from '@avatar/image';

export interface LightWrap {
  readonly lightWrap: number;
  /** Fraction of the picture's side. */
  readonly wrapReach: number;
}

/** The background's light is softer than the opacity's edge. */
const LIGHT_SOFTNESS = 1.4;
const GAIN = 1.6;

/** `image` over `backdrop`; where the backdrop is brighter than the person's edge, its light spills over. */
export function lightWrapped(
  image: PlanarImage,
  alpha: Plane,
  backdrop: PlanarImage,
  { lightWrap, wrapReach }: LightWrap,
): PlanarImage {
  const { width, height } = image;
  const reachPx = wrapReach * width;
  const rest = createPlane(width, height);
  for (let i = 0; i < rest.data.length; i++) rest.data[i] = 1 - alpha.data[i];
  const openness = gaussianBlur(rest, reachPx).data;
  const result = createPlanar(width, height);
  const behind = planesOf(backdrop);
  for (let channel = 0; channel < 3; channel++) {
    const light = gaussianBlur(behind[channel], reachPx * LIGHT_SOFTNESS).data;
    const back = behind[channel].data;
    const person = image.planes[channel];
    const target = result.planes[channel];
    for (let i = 0; i < target.length; i++) {
      const a = alpha.data[i];
      if (a <= 0) {
        target[i] = back[i];
        continue;
      }
      const spill = light[i] > person[i] ? (light[i] - person[i]) * GAIN * lightWrap * openness[i] * a : 0;
      target[i] = (person[i] + spill) * a + back[i] * (1 - a);
    }
  }
  return result;
}
