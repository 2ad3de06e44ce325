import { createPlane } from '@avatar/image';
import type { PlanarImage, Plane } from '@avatar/stage';

/**
 * A picture as luma and two colour differences of the sRGB-encoded values: `Y = .299 R + .587 G + .114 B`,
 * `U = B - Y`, `V = R - Y`. Linear, so that detail and colour can be treated apart at little cost.
 */
export interface OpponentImage {
  readonly Y: Plane;
  readonly U: Plane;
  readonly V: Plane;
}

export function toOpponent(image: PlanarImage): OpponentImage {
  const { width, height } = image;
  const [red, green, blue] = image.planes;
  const Y = createPlane(width, height);
  const U = createPlane(width, height);
  const V = createPlane(width, height);
  const [lumas, blueness, redness] = [Y.data, U.data, V.data];
  for (let i = 0; i < red.length; i++) {
    const luma = 0.299 * red[i] + 0.587 * green[i] + 0.114 * blue[i];
    lumas[i] = luma;
    blueness[i] = blue[i] - luma;
    redness[i] = red[i] - luma;
  }
  return { Y, U, V };
}

const unit = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);

/**
 * `original` where `weight` is 0, the opponent picture where it is 1, linear between; clipped to [0, 1] where touched.
 * @param scale factor on every weight
 */
export function blendOpponent(
  original: PlanarImage,
  { Y, U, V }: OpponentImage,
  weight: Plane,
  scale: number,
): PlanarImage {
  const [red, green, blue] = original.planes.map((plane) => plane.slice());
  const shares = weight.data;
  const [lumas, blueness, redness] = [Y.data, U.data, V.data];
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] * scale;
    if (share === 0) continue;
    const luma = lumas[i];
    const r = luma + redness[i];
    const b = luma + blueness[i];
    const g = (luma - 0.299 * r - 0.114 * b) * (1 / 0.587);
    red[i] = unit(red[i] + (r - red[i]) * share);
    green[i] = unit(green[i] + (g - green[i]) * share);
    blue[i] = unit(blue[i] + (b - blue[i]) * share);
  }
  return { planes: [red, green, blue], width: original.width, height: original.height };
}
