import type { LightColour } from '@avatar/stage';
import { mix } from '../planes/scalar.js';
import { srgbToLinear } from './colour.js';

const LUMINANCE = [0.2126, 0.7152, 0.0722] as const;

/** The linear light of a colour; `colour` is sRGB-encoded, each channel in [0, 1]. */
export const lightOf = (colour: readonly [red: number, green: number, blue: number]): LightColour => [
  srgbToLinear(colour[0]),
  srgbToLinear(colour[1]),
  srgbToLinear(colour[2]),
];

/** No channel of a tint is further above white: pure blue light would otherwise be fourteen times as blue. */
const MOST_ABOVE_WHITE = 1;

/** The same hue of light with luminance 1 (Rec. 709), paler where it is very colourful; black gives white. */
export function tintOf([red, green, blue]: LightColour): LightColour {
  const luminance = LUMINANCE[0] * red + LUMINANCE[1] * green + LUMINANCE[2] * blue;
  if (luminance <= 0) return [1, 1, 1];
  const most = Math.max(red, green, blue) / luminance - 1;
  const share = Math.min(1, MOST_ABOVE_WHITE / Math.max(most, 1e-6));
  return [mix(1, red / luminance, share), mix(1, green / luminance, share), mix(1, blue / luminance, share)];
}
