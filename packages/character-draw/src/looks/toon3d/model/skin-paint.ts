import { hexToOklch, knotCurve, oklchToHex, type HexColour } from '@avatar/vector';

/** Lightness (OKLCH) of the skins for which the light was measured. */
const TONES = [0.245, 0.286, 0.327, 0.368, 0.417, 0.486, 0.55, 0.695, 0.758, 0.803, 0.842, 0.878, 0.938];
const curve = (...values: readonly number[]) => knotCurve(TONES, values);
/** Of what the light adds to the lightness of diffuse skin, what is taken off: a third on fair skin, whose lit side is what people see. */
const lightness = curve(
  ...[-0.063, -0.06, -0.058, -0.053, -0.042, -0.037, -0.03],
  ...[-0.011, -0.013, -0.014, -0.014, -0.013, -0.006],
);
/** The share of its chroma that gives the skin's own once lit. */
const chroma = curve(1.4, 1.22, 1.18, 1.08, 0.97, 0.91, 0.89, 0.87, 0.84, 0.87, 0.96, 1.12, 1.25);
/** Degrees of hue: the light reddens dark skin and yellows fair skin. */
const turn = curve(5.7, 4.3, 3.1, 4.6, 3.7, 2.4, 2.3, 2.4, 3.7, 0.6, -3.5, -9.3, -6);

/** The colour that skin has to be painted in to look like `hex` where it is lit and does not shine. */
export function skinPaint(hex: HexColour): HexColour {
  const [l, c, h] = hexToOklch(hex);
  return oklchToHex([l + lightness(l), c * chroma(l), h + turn(l)]);
}
