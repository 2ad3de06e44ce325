import { seededRandom } from '@avatar/image';
import type { RasterImage } from '@avatar/stage';

const TILE = 256;
/** Of a full step of 255. */
const STRENGTH = 4;

/** Fine paper grain: it takes the smoothness out of large shapes, and costs a fraction of a filter in the vector picture. */
export function addGrain(image: RasterImage, seed: number): RasterImage {
  const tile = grainTile(seed);
  const { data, width, height, channels } = image;
  const grained = new Uint8Array(data);
  for (let y = 0; y < height; y++) {
    const row = (y % TILE) * TILE;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      const grain = tile[row + (x % TILE)];
      for (let c = 0; c < 3; c++) {
        const value = data[at + c] + grain;
        grained[at + c] = value < 0 ? 0 : value > 255 ? 255 : value;
      }
    }
  }
  return { ...image, data: grained };
}

/** Sums of two draws, so that most steps are small. */
function grainTile(seed: number): Int8Array {
  const random = seededRandom(seed ^ 0x67726169);
  return Int8Array.from({ length: TILE * TILE }, () => Math.round((random() + random() - 1) * STRENGTH));
}
