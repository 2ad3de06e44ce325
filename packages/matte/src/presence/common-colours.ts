import type { RasterImage } from '@avatar/stage';

/** Colours are gathered in eight steps a channel. */
const STEPS = 8;
const SHIFT = 5;

type Colour = readonly [red: number, green: number, blue: number];

/** The mean colours, in [0, 255], of the coarse colours that have at least `share` of the pixels at `places`. */
export function commonColours({ data, channels }: RasterImage, places: Int32Array, share: number): Colour[] {
  // Sums of red, green and blue and the count of each coarse colour.
  const sums = new Float64Array(4 * STEPS ** 3);
  for (const place of places) {
    const at = place * channels;
    const [red, green, blue] = [data[at], data[at + 1], data[at + 2]];
    const bin = 4 * (((red >> SHIFT) * STEPS + (green >> SHIFT)) * STEPS + (blue >> SHIFT));
    sums[bin] += red;
    sums[bin + 1] += green;
    sums[bin + 2] += blue;
    sums[bin + 3]++;
  }
  const colours: Colour[] = [];
  for (let bin = 0; bin < sums.length; bin += 4) {
    const count = sums[bin + 3];
    if (count > 0 && count >= share * places.length)
      colours.push([sums[bin] / count, sums[bin + 1] / count, sums[bin + 2] / count]);
  }
  return colours;
}

/** Distance in steps of 255 from a pixel to the nearest of some colours; infinite without any. */
export function nearestColour(
  { data, channels }: RasterImage,
  index: number,
  colours: readonly Colour[],
): number {
  const at = index * channels;
  let nearest = Infinity;
  for (const [red, green, blue] of colours)
    nearest = Math.min(
      nearest,
      (data[at] - red) ** 2 + (data[at + 1] - green) ** 2 + (data[at + 2] - blue) ** 2,
    );
  return Math.sqrt(nearest);
}
