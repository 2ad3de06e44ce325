import type { HairTexture } from '@avatar/character';
import { clamp } from '@avatar/image';
import { sample3, spread3, type Point3 } from '@avatar/vector';

/** Sideways swing along a lock. */
export interface Wave {
  /** In head units. */
  readonly amplitude: number;
  /** Swings along the lock. */
  readonly frequency: number;
  /** Share of the length that stays smooth at the root. */
  readonly from: number;
  /** How far the phase runs over neighbours. Neighbours of random phase cancel out and look straight. */
  readonly coherence?: number;
}

/** The wave of long hair; none where it is straight. */
export const TEXTURE_WAVES: Readonly<Record<HairTexture, Wave | undefined>> = {
  straight: undefined,
  wavy: { amplitude: 0.15, frequency: 2.2, from: 0.34, coherence: 0.8 },
  curly: { amplitude: 0.15, frequency: 3.8, from: 0.12, coherence: 1.6 },
  coily: { amplitude: 0.09, frequency: 4.6, from: 0.05 },
};

const POINTS = 26;

/** @param place of the lock among its neighbours, 0 to 1 */
export function waved(
  centre: readonly Point3[],
  { amplitude, frequency, from, coherence }: Wave,
  place: number,
  random: () => number,
): Point3[] {
  const swings = frequency * (1 + (random() - 0.5) * 0.15);
  const phase = coherence === undefined ? random() * 2 * Math.PI : 1 + place * coherence + random() * 0.5;
  const smooth = spread3(sample3(centre, 10), POINTS);
  return smooth.map(([x, y, z], i) => {
    const t = i / (POINTS - 1);
    const size = amplitude * clamp((t - from) / 0.35);
    const side = Math.sin(t * swings * 2 * Math.PI + phase) * size;
    const depth = Math.cos(t * swings * 2 * Math.PI + phase) * size;
    const before = smooth[Math.max(0, i - 1)];
    const after = smooth[Math.min(POINTS - 1, i + 1)];
    const dx = after[0] - before[0];
    const dy = after[1] - before[1];
    const length = Math.hypot(dx, dy) || 1;
    return [x - (dy / length) * side, y + (dx / length) * side, z + depth * 0.5];
  });
}
