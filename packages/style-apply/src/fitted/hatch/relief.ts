import { enlarge, gaussianBlur, quantile } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { Surface } from '../../photo/surface.js';

/** Softness in pixels of the grid: with less, lines bunch around the corners of nose and mouth. */
const SOFTNESS = 6.5;

/** Share of the form that counts as steep. */
const STEEP = 0.97;

/** A form that lines are led over. */
export interface Relief {
  /** How far the person stands out towards the viewer, in pixels of the picture. */
  readonly height: Plane;
  /** Slope of its steep parts. */
  readonly steepness: number;
}

export function reliefOf({ height, shrinkFactor }: Surface, size: Pick<Plane, 'width' | 'height'>): Relief {
  const soft = gaussianBlur(height, SOFTNESS);
  const steepness = quantile(slopesOf(soft), STEEP);
  for (let i = 0; i < soft.data.length; i++) soft.data[i] *= shrinkFactor;
  return { height: enlarge(soft, size.width, size.height), steepness };
}

/** Where there is a form at all. */
function slopesOf({ data, width, height }: Plane): number[] {
  const slopes: number[] = [];
  for (let y = 1; y < height - 1; y++)
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++)
      if (data[i] > 0)
        slopes.push(Math.hypot(data[i + 1] - data[i - 1], data[i + width] - data[i - width]) / 2);
  return slopes.length > 0 ? slopes : [0];
}
