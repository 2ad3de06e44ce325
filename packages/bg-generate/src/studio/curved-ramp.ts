import { clamp } from '@avatar/image';
import type { BackdropColours, Rgb } from '../colour/backdrop-colours.js';
import { chromaOf, oklabOf, rgbOfOklab, type Oklab } from '../colour/oklab.js';

/** Colours from one end to the other, `at` in [0, 1]; sRGB-encoded. */
export type CurvedRamp = (at: number) => Rgb;

/** Hues closer to opposite than this have no hue between them. */
const OPPOSITE = 0.1;
const STEPS = 256;

/** The hue halfway between two colours in a lightness and at most a colourfulness of Oklab; grey between opposite hues. */
function between(from: Oklab, to: Oklab, lightness: number, chroma: number): Oklab {
  const first = Math.max(1e-3, chromaOf(from));
  const second = Math.max(1e-3, chromaOf(to));
  const a = from[1] / first + to[1] / second;
  const b = from[2] / first + to[2] / second;
  const length = Math.hypot(a, b);
  const scale = length < OPPOSITE ? 0 : chroma / length;
  return [lightness, a * scale, b * scale];
}

export const hueBetween = ({ centre, edge }: BackdropColours, lightness: number, chroma: number): Rgb =>
  rgbOfOklab(between(oklabOf(centre), oklabOf(edge), lightness, chroma));

/**
 * From `centre` over the hue between to `edge`, in a curve through Oklab that keeps the colourfulness of the more colourful.
 * @param lightness of the middle, relative to the mean of both ends
 */
export function curvedRamp(palette: BackdropColours, lightness: number): CurvedRamp {
  const from = oklabOf(palette.centre);
  const to = oklabOf(palette.edge);
  const chroma = Math.max(chromaOf(from), chromaOf(to));
  const middle = between(from, to, (lightness * (from[0] + to[0])) / 2, chroma);
  const colours = Array.from({ length: STEPS + 1 }, (_, step) => {
    const at = step / STEPS;
    // The parabola through all three: no crease in the middle.
    const first = (1 - at) * (1 - 2 * at);
    const second = 4 * at * (1 - at);
    const third = at * (2 * at - 1);
    const [lightness, a, b] = [0, 1, 2].map(
      (axis) => first * from[axis] + second * middle[axis] + third * to[axis],
    );
    return rgbOfOklab([clamp(lightness), a, b]);
  });
  return (at) => {
    const position = clamp(at) * STEPS;
    const step = Math.min(STEPS - 1, Math.floor(position));
    const rest = position - step;
    const [low, high] = [colours[step], colours[step + 1]];
    return [
      low[0] + (high[0] - low[0]) * rest,
      low[1] + (high[1] - low[1]) * rest,
      low[2] + (high[2] - low[2]) * rest,
    ];
  };
}
