import { invalidOption } from '@avatar/stage';
import { linearToSrgb, luminance, parseHexColour, srgbToLinear } from '@avatar/image';

/** sRGB-encoded, each channel in [0, 1]. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Colours of a backdrop: where the light falls behind the head, and where it does not reach. */
export interface BackdropColours {
  readonly centre: Rgb;
  readonly edge: Rgb;
}

/** Light behind the head and at the edge, for each unit of light that the colour itself stands for. */
const LIT = 1.4;
const UNLIT = 0.42;
/** Pale cloth lights itself up: what white gets more at the edge than black. */
const SELF_LIT = 0.32;
/** Even a black cloth sends some light back. */
const STRAY_LIGHT = 0.006;

/**
 * The colour under `light`, in linear light; brightened past white it keeps its hue and stops at the brightest such
 * colour.
 */
function underLight(colour: Rgb, light: number): Rgb {
  const linear = colour.map((value) => srgbToLinear(value) * light + STRAY_LIGHT);
  const excess = Math.max(1, ...linear);
  return linear.map((value) => linearToSrgb(value / excess)) as unknown as Rgb;
}

/** Cloth of one colour under a studio lamp. */
function clothUnderLamp(colour: Rgb): BackdropColours {
  const [red, green, blue] = colour.map(srgbToLinear);
  const brightness = luminance(red, green, blue);
  return { centre: underLight(colour, LIT), edge: underLight(colour, UNLIT + SELF_LIT * brightness) };
}

/**
 * Both colours of a backdrop: given as they are with a comma between, or derived from one as cloth under a studio lamp.
 * @param hex `#rgb` or `#rrggbb`, or two of them like `#7b2ff7,#2f6bff`
 * @throws AvatarError `invalid-options` if it is neither
 */
export function backdropFromHex(hex: string): BackdropColours {
  const [centre, edge, ...rest] = hex.split(',').map((part) => parseHexColour(part.trim()));
  if (centre === undefined || rest.length > 0 || (edge === undefined && hex.includes(',')))
    throw invalidOption(
      'a colour like #rgb or #rrggbb, or two like #rrggbb,#rrggbb',
      'palette',
      hex.slice(0, 16),
    );
  return edge === undefined ? clothUnderLamp(centre) : { centre, edge };
}
