import type { PlanarImage, Plane } from '@avatar/stage';
import { createPlane, enlarge, fastSrgb, gaussianBlur, mapPlanes3, type Planes3 } from '@avatar/image';
import { discBlur } from '../photo/lens-blur.js';

export interface Camera {
  /** Radius of the disc that a point becomes, as a share of the side. */
  readonly blurRadius: number;
  /** Softness of the disc's edge: standard deviation, as a share of the side. */
  readonly softness: number;
  /** Share of the light that glass and air spread around bright places. */
  readonly glare: number;
  /** Factor on the light. */
  readonly exposure: number;
}

/** How far glare reaches, as shares of the side, and how it is split. */
const GLARE = [
  { reach: 0.03, share: 0.6 },
  { reach: 0.11, share: 0.4 },
] as const;

/** Film: contrast in the middle, soft shoulder and toe (K. Narkowicz, "ACES Filmic Tone Mapping Curve", 2015). */
const developed = (light: number): number =>
  (light * (2.51 * light + 0.03)) / (light * (2.43 * light + 0.59) + 0.14);

function withGlare(plane: Plane, strength: number): Plane {
  const { width, height, data } = plane;
  const total = createPlane(width, height);
  for (let i = 0; i < data.length; i++) total.data[i] = data[i] * (1 - strength);
  for (const { reach, share } of GLARE) {
    const spread = gaussianBlur(plane, reach * width).data;
    for (let i = 0; i < spread.length; i++) total.data[i] += spread[i] * strength * share;
  }
  return total;
}

/** How an open lens and film show the scene, out of focus; sRGB-encoded, `sizePx` a side. */
export function photographed(scene: Planes3, sizePx: number, camera: Camera): PlanarImage {
  const { blurRadius, softness, glare, exposure } = camera;
  const [red, green, blue] = mapPlanes3(scene, (plane) => {
    const side = plane.width;
    const blurred = withGlare(gaussianBlur(discBlur(plane, blurRadius * side), softness * side), glare);
    for (let i = 0; i < blurred.data.length; i++)
      blurred.data[i] = fastSrgb(developed(Math.max(0, blurred.data[i] * exposure)));
    return enlarge(blurred, sizePx, sizePx);
  });
  return { planes: [red.data, green.data, blue.data], width: sizePx, height: sizePx };
}
