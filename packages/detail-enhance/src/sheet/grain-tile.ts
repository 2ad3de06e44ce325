import { fromSpectrum, seededRandom } from '@avatar/image';
import type { SheetTexture } from '@avatar/styles';

/** Side in pixels of a picture of 800 px; what repeats after it is not seen. */
export const TILE = 256;
/** Frequencies of a style file: whole ones of a square of 64 px. */
const STORED = { side: 64, rows: 33 };
const RATIO = TILE / STORED.side;
const STEPS = 16;
const SEED = 9;

/** Grain with the style's spectrum and phases of our own: a tile that repeats without seams, root mean square 1. */
export function grainTile({ spectrum }: SheetTexture): Float32Array {
  const amplitude = amplitudesOf(Buffer.from(spectrum, 'base64url'));
  const random = seededRandom(SEED);
  const real = new Float64Array(TILE * TILE);
  const imaginary = new Float64Array(TILE * TILE);
  for (let v = 0; v < TILE; v++)
    for (let u = 0; u < TILE; u++) {
      const phase = 2 * Math.PI * random();
      if (u === 0 && v === 0) continue;
      const size = amplitude(u < TILE / 2 ? u : u - TILE, v < TILE / 2 ? v : v - TILE);
      real[v * TILE + u] = size * Math.cos(phase);
      imaginary[v * TILE + u] = size * Math.sin(phase);
    }
  const tile = Float32Array.from(fromSpectrum({ real, imaginary }, TILE));
  let squares = 0;
  for (const value of tile) squares += value * value;
  const scale = squares > 0 ? 1 / Math.sqrt(squares / tile.length) : 0;
  for (let i = 0; i < tile.length; i++) tile[i] *= scale;
  return tile;
}

/** Amplitudes between the stored frequencies; negative vertical ones are those of the opposite direction. */
function amplitudesOf(bytes: Uint8Array): (u: number, v: number) => number {
  const table = Float64Array.from(bytes, (byte) => (byte === 0 ? 0 : 2 ** (byte / STEPS)));
  const at = (x: number, y: number): number =>
    table[Math.min(STORED.rows - 1, y) * STORED.side + ((x + STORED.side) % STORED.side)];
  return (u, v) => {
    const sign = v < 0 ? -1 : 1;
    const x = (sign * u) / RATIO;
    const y = (sign * v) / RATIO;
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [fx, fy] = [x - left, y - top];
    const above = at(left, top) + (at(left + 1, top) - at(left, top)) * fx;
    const below = at(left, top + 1) + (at(left + 1, top + 1) - at(left, top + 1)) * fx;
    return above + (below - above) * fy;
  };
}
