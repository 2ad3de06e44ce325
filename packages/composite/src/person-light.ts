import type { BackgroundLight, PlanarImage, Plane } from '@avatar/stage';
import { clamp, fastLinear, fastSrgb, LUMINANCE_WEIGHTS, mix } from '@avatar/image';
import { outlineOf } from './outline.js';
import { rimPlane } from './rim-light.js';

const [RED, GREEN, BLUE] = LUMINANCE_WEIGHTS;

/** What ambient light and exposure do to each channel, before the brightness is put back; linear. */
interface Gains {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly exposure: number;
}

function gainsOf({ ambient, exposure = 1 }: BackgroundLight, share: number): Gains {
  const { tint, strength } = ambient ?? { tint: [1, 1, 1] as const, strength: 0 };
  const amount = clamp(strength) * share;
  return {
    red: mix(1, Math.max(0, tint[0]), amount),
    green: mix(1, Math.max(0, tint[1]), amount),
    blue: mix(1, Math.max(0, tint[2]), amount),
    exposure: mix(1, clamp(exposure), share),
  };
}

/**
 * The person in the light of the background. Ambient light changes colours and leaves every pixel's luminance as it
 * was; exposure can only darken; rim lights are screened over the outline on their side.
 *
 * @param share how much of it falls on the person, 0 to 1
 */
export function personInLight(
  image: PlanarImage,
  alpha: Plane,
  light: BackgroundLight,
  share: number,
): PlanarImage {
  const lit = underGains(image, alpha, gainsOf(light, share));
  const rims = light.rims.filter(({ strength }) => strength > 0);
  if (rims.length === 0) return lit;
  const outline = outlineOf(image, alpha);
  for (const rim of rims) screen(lit, rimPlane(outline, rim), rim.colour, clamp(rim.strength) * share);
  return lit;
}

/** A copy under the gains, where there is something of the person. */
function underGains(image: PlanarImage, alpha: Plane, { red, green, blue, exposure }: Gains): PlanarImage {
  const { width, height, planes } = image;
  const lit = { planes: [planes[0].slice(), planes[1].slice(), planes[2].slice()], width, height } as const;
  if (red === 1 && green === 1 && blue === 1 && exposure === 1) return lit;
  const opacity = alpha.data;
  for (let i = 0; i < opacity.length; i++) {
    if (opacity[i] <= 0) continue;
    const r = fastLinear(planes[0][i]);
    const g = fastLinear(planes[1][i]);
    const b = fastLinear(planes[2][i]);
    const tinted = RED * red * r + GREEN * green * g + BLUE * blue * b;
    const kept = tinted > 0 ? (exposure * (RED * r + GREEN * g + BLUE * b)) / tinted : exposure;
    lit.planes[0][i] = fastSrgb(red * r * kept);
    lit.planes[1][i] = fastSrgb(green * g * kept);
    lit.planes[2][i] = fastSrgb(blue * b * kept);
  }
  return lit;
}

/** Screens `colour` (linear) over the picture where `amount` is above 0, in place. */
function screen(
  { planes }: PlanarImage,
  amount: Plane,
  colour: readonly [number, number, number],
  strength: number,
): void {
  const amounts = amount.data;
  for (let i = 0; i < amounts.length; i++) {
    const a = amounts[i] * strength;
    if (a <= 0) continue;
    for (let channel = 0; channel < 3; channel++) {
      const plane = planes[channel];
      plane[i] = fastSrgb(1 - (1 - fastLinear(plane[i])) * (1 - clamp(colour[channel] * a)));
    }
  }
}
