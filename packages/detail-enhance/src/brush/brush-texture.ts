import { clamp, seededRandom, smoothstep } from '@avatar/image';

/** Samples along a stroke and across it. */
export const TEXTURE_LENGTH = 128;
export const TEXTURE_WIDTH = 32;

/** What one brush leaves on the canvas, row after row across, each along the stroke. */
export interface BrushTexture {
  /** Opacity of the paint in [0, 1]. */
  readonly opacity: Float32Array;
  /** Thickness of the paint in [0, 1]; bristles plough furrows. */
  readonly thickness: Float32Array;
}

/** Shares of the length over which bristles touch down one by one, and over which they run out of paint. */
const TOUCH_DOWN = 0.1;
const RUN_OUT = 0.32;
/** Share of the half-width that is edge. */
const EDGE = 0.22;

/** Smooth noise with a value every `step` samples. */
function noiseRow(length: number, step: number, random: () => number): Float32Array {
  const knots = Array.from({ length: Math.ceil(length / step) + 2 }, random);
  return Float32Array.from({ length }, (_, i) => {
    const at = i / step;
    const low = Math.floor(at);
    const t = at - low;
    return knots[low] + (knots[low + 1] - knots[low]) * t * t * (3 - 2 * t);
  });
}

/** A brush with its own bristles. */
function brushTexture(random: () => number): BrushTexture {
  const count = TEXTURE_LENGTH * TEXTURE_WIDTH;
  const texture = { opacity: new Float32Array(count), thickness: new Float32Array(count) };
  const bristles = noiseRow(TEXTURE_WIDTH, 1.7, random);
  const load = noiseRow(TEXTURE_WIDTH, 2.6, random);
  for (let v = 0; v < TEXTURE_WIDTH; v++) {
    const across = Math.abs((v + 0.5) / TEXTURE_WIDTH - 0.5) * 2;
    const edge = smoothstep(1, 1 - EDGE, across + 0.1 * (bristles[v] - 0.5));
    const from = TOUCH_DOWN * (0.2 + 0.8 * load[(v + 7) % TEXTURE_WIDTH]) + 0.14 * across ** 3;
    const until = 1 - RUN_OUT * (1 - load[v]) - 0.16 * across ** 3;
    const drag = noiseRow(TEXTURE_LENGTH, 9, random);
    for (let u = 0; u < TEXTURE_LENGTH; u++) {
      const along = (u + 0.5) / TEXTURE_LENGTH;
      const begun = smoothstep(0, from, along);
      const left = smoothstep(1, until, along);
      const o = v * TEXTURE_LENGTH + u;
      texture.opacity[o] = clamp(edge * begun * left * (0.82 + 0.36 * (bristles[v] - 0.5) + 0.3 * drag[u]));
      const ridge = 0.45 * smoothstep(0.55, 0.9, across);
      texture.thickness[o] = clamp(0.2 + 0.62 * bristles[v] + ridge + 0.25 * (drag[u] - 0.5)) * edge * begun;
    }
  }
  return texture;
}

/** As many brushes as asked for; the same for the same seed. */
export function brushTextures(count: number, seed: number): BrushTexture[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => brushTexture(random));
}
