import type { TextureCanvas } from './canvas.js';

/** What is interpolated over a texel: three values each. */
export interface BakeSource {
  /** Two values a vertex, 0 to 1. */
  readonly uvs: Float32Array;
  readonly indices: Uint32Array;
  readonly rests: Float32Array;
  readonly colours: Float32Array;
}

/** Colour of a texel in linear light, into `out`: from the place that it shows and from the colour of its vertices. */
export type TexelColour = (place: Float64Array, colour: Float64Array, out: Float64Array) => void;

/** How far outside of a triangle texels are painted too, in shares of it. */
const OVERLAP = 0.01;

/** Rasterises triangles in texture space and asks for the colour of every texel. */
export function bake(canvas: TextureCanvas, source: BakeSource, colourOf: TexelColour): void {
  const { width, height } = canvas;
  const { uvs, indices, rests, colours } = source;
  const place = new Float64Array(3);
  const colour = new Float64Array(3);
  const out = new Float64Array(3);
  for (let t = 0; t < indices.length; t += 3) {
    const a = indices[t];
    const b = indices[t + 1];
    const c = indices[t + 2];
    const ax = uvs[a * 2] * width;
    const ay = uvs[a * 2 + 1] * height;
    const bx = uvs[b * 2] * width;
    const by = uvs[b * 2 + 1] * height;
    const cx = uvs[c * 2] * width;
    const cy = uvs[c * 2 + 1] * height;
    const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (Math.abs(area) < 1e-9) continue;
    const y1 = Math.min(height - 1, Math.ceil(Math.max(ay, by, cy)));
    const x1 = Math.min(width - 1, Math.ceil(Math.max(ax, bx, cx)));
    for (let y = Math.max(0, Math.floor(Math.min(ay, by, cy) - 0.5)); y <= y1; y++)
      for (let x = Math.max(0, Math.floor(Math.min(ax, bx, cx) - 0.5)); x <= x1; x++) {
        const px = x + 0.5;
        const py = y + 0.5;
        const wa = ((bx - px) * (cy - py) - (by - py) * (cx - px)) / area;
        const wb = ((cx - px) * (ay - py) - (cy - py) * (ax - px)) / area;
        const wc = 1 - wa - wb;
        if (wa < -OVERLAP || wb < -OVERLAP || wc < -OVERLAP) continue;
        for (let j = 0; j < 3; j++) {
          place[j] = rests[a * 3 + j] * wa + rests[b * 3 + j] * wb + rests[c * 3 + j] * wc;
          colour[j] = colours[a * 3 + j] * wa + colours[b * 3 + j] * wb + colours[c * 3 + j] * wc;
        }
        colourOf(place, colour, out);
        canvas.set(y * width + x, out[0], out[1], out[2]);
      }
  }
}
