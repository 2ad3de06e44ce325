import { seededRandom } from '@avatar/image';
import { brushTextures } from './brush-texture.js';
import type { Canvas } from './canvas.js';
import type { Layer, Motif } from './motif.js';
import { paintStroke } from './paint-stroke.js';
import { strokeAt } from './stroke.js';

/** How often the broadest brush paints over each place, about; the finest does it twice as often. */
const COVERAGE = 2.6;
/** Brushes to take one from by chance for each stroke. */
const BRUSHES = 8;

/** Paints one size of brush over the canvas, in place. The same seed paints the same strokes. */
export function paintLayer(canvas: Canvas, layer: Layer, motif: Motif, seed: number): void {
  const random = seededRandom(seed);
  const textures = brushTextures(BRUSHES, seed + 1);
  const { width, height } = canvas.relief;
  const strokeArea = 2 * layer.halfWidth * layer.halfWidth * motif.brushwork.length;
  const cell = Math.sqrt(strokeArea / (COVERAGE * (1 + layer.fineness)));
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  for (const place of shuffled(columns * rows, random)) {
    const x = Math.min(width - 1, ((place % columns) + random()) * cell);
    const y = Math.min(height - 1, (Math.floor(place / columns) + random()) * cell);
    const stroke = strokeAt(x, y, canvas, layer, motif, random);
    if (stroke) paintStroke(canvas, stroke, textures[Math.floor(random() * BRUSHES)]);
  }
}

/**
 * The numbers from 0 to `count` - 1 in an order by chance (R. Fisher and F. Yates, 1938): painted row by row, strokes would
 * overlap like tiles.
 */
function shuffled(count: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other], order[i]];
  }
  return order;
}
