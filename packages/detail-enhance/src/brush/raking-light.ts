import { createPlanar } from '@avatar/image';
import type { PlanarImage } from '@avatar/stage';
import type { Canvas } from './canvas.js';

/** Direction from which the light falls, in the picture: from the upper left. */
const LIGHT = { x: 0.6, y: 0.8 };
/** Brightness for a step of a whole load of paint within two pixels, at full depth; and the most that it may change. */
const GAIN = 0.55;
const LIMIT = 0.16;

/**
 * The painting in raking light (A. Hertzmann, "Fast Paint Texture", 2002), laid over the picture that it was painted from.
 * @param depth strength of the relief in [0, 1]
 * @param share opacity of the painting over the picture in [0, 1]
 */
export function inRakingLight(
  { planes, relief }: Canvas,
  image: PlanarImage,
  depth: number,
  share: number,
): PlanarImage {
  const { data, width, height } = relief;
  const [gainX, gainY] = [GAIN * depth * LIGHT.x, GAIN * depth * LIGHT.y];
  const out = createPlanar(width, height);
  for (let y = 0, i = 0; y < height; y++) {
    const above = y > 0 ? width : 0;
    const below = y < height - 1 ? width : 0;
    for (let x = 0; x < width; x++, i++) {
      const slopeX = data[x < width - 1 ? i + 1 : i] - data[x > 0 ? i - 1 : i];
      const slope = gainX * slopeX + gainY * (data[i + below] - data[i - above]);
      const light = 1 + (slope > LIMIT ? LIMIT : slope < -LIMIT ? -LIMIT : slope);
      for (let channel = 0; channel < 3; channel++) {
        const painted = planes[channel][i] * light;
        const own = image.planes[channel][i];
        out.planes[channel][i] = own + ((painted < 0 ? 0 : painted > 1 ? 1 : painted) - own) * share;
      }
    }
  }
  return out;
}
