import type { LightColour } from '@avatar/stage';
import { mix } from '../planes/scalar.js';
import { luminance, srgbToLinear } from './colour.js';

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
  const bright = luminance(red, green, blue);
  if (bright <= 0) return [1, 1, 1];
  const most = Math.max(red, green, blue) / bright - 1;
  const share = Math.min(1, MOST_ABOVE_WHITE / Math.max(most, 1e-6));
  return [mix(1, red / bright, share), mix(1, green / bright, share), mix(1, blue / bright, share)];
}
