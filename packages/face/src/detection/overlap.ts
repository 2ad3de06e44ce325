import type { Box } from '@avatar/stage';

/** Shared area of two boxes: over their union, and over the smaller one. */
export interface Overlap {
  readonly overUnion: number;
  readonly overSmaller: number;
}

export function boxOverlap(a: Box, b: Box): Overlap {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return { overUnion: 0, overSmaller: 0 };
  const shared = width * height;
  const areaA = a.width * a.height;
  const areaB = b.width * b.height;
  return { overUnion: shared / (areaA + areaB - shared), overSmaller: shared / Math.min(areaA, areaB) };
}

/**
 * Non-maximum suppression: of things whose boxes show the same place, only the best stays. Best first.
 *
 * @param isSame whether an overlap means the same thing
 */
export function suppressOverlaps<T extends { readonly box: Box; readonly score: number }>(
  candidates: readonly T[],
  isSame: (overlap: Overlap) => boolean,
): T[] {
  const kept: T[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score))
    if (!kept.some((better) => isSame(boxOverlap(better.box, candidate.box)))) kept.push(candidate);
  return kept;
}
