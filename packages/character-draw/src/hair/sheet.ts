import { clamp, seededRandom } from '@avatar/image';
import { between3, sample3, spread3, type Point3 } from '@avatar/vector';
import type { HairLayer, Lock, LockProfile } from './lock.js';
import { waved, type Wave } from './wave.js';

export interface SheetOptions {
  /** Half the width of a lock. Default 0.16. */
  readonly halfWidth?: number;
  /** Default `fall`. */
  readonly profile?: LockProfile;
  /** Default `front`. */
  readonly layer?: HairLayer;
  /** Default 3. */
  readonly seed?: number;
  /** How far locks leave their place between the guides, in spaces. Default 0.3. */
  readonly jitter?: number;
  /** Spread of the lengths of the last span. Default 0.08. */
  readonly lengthSpread?: number;
  /** Tips are cut back by up to this share, every second one more: equal tips look like a comb. */
  readonly trim?: number;
  readonly wave?: Wave | undefined;
  /** Tone of all locks. Default 0. */
  readonly tone?: number;
  /** Spread of the tones. Default 0.9. */
  readonly toneSpread?: number;
  /** Every second lock lighter, the others darker. */
  readonly alternates?: boolean;
  /** Default true. */
  readonly isGlossy?: boolean;
  /** Default true. */
  readonly hasEdge?: boolean;
  readonly hasBothEdges?: boolean;
  /** Painted from the second guide to the first. */
  readonly reversed?: boolean;
  readonly nearness?: number;
}

/** Large, small and middle widths in turn: the rhythm of drawn hair. */
const RHYTHM = [1.28, 0.74, 1.06, 0.62, 1.2, 0.84];
const ROPE_RHYTHM = [1.12, 0.9, 1, 1.15, 0.82];

/** `count` locks between two guide lines of equally many points. */
export function sheet(
  from: readonly Point3[],
  to: readonly Point3[],
  count: number,
  options: SheetOptions = {},
): Lock[] {
  const random = seededRandom(options.seed ?? 3);
  const locks = Array.from({ length: count }, (_, i) => {
    const even = count === 1 ? 0.5 : i / (count - 1);
    const place = clamp(even + ((random() - 0.5) * (options.jitter ?? 0.3)) / count);
    const centre = from.map((point, k) => between3(point, to[k], place));
    return lockAt(shaped(centre, i, even, random, options), i, count, random, options);
  });
  return options.reversed ? locks.reverse() : locks;
}

function shaped(
  guide: readonly Point3[],
  index: number,
  place: number,
  random: () => number,
  { trim, lengthSpread = 0.08, wave }: SheetOptions,
): readonly Point3[] {
  let centre = guide;
  if (trim !== undefined) {
    const kept = 1 - trim * random() * (index % 2 === 1 ? 1 : 0.35);
    const fine = spread3(sample3(centre, 6), 41);
    centre = spread3(fine.slice(0, Math.max(4, Math.round(41 * kept))), 8);
  }
  const stretch = 1 + (random() - 0.5) * lengthSpread;
  const last = centre.length - 1;
  centre = [...centre.slice(0, last), between3(centre[last - 1], centre[last], stretch)];
  return wave === undefined ? centre : waved(centre, wave, place, random);
}

function lockAt(
  centre: readonly Point3[],
  index: number,
  count: number,
  random: () => number,
  options: SheetOptions,
): Lock {
  const { halfWidth = 0.16, profile = 'fall', tone = 0, toneSpread = 0.9, seed = 0, trim } = options;
  const rhythm =
    count < 3
      ? 1
      : profile === 'rope'
        ? ROPE_RHYTHM[index % ROPE_RHYTHM.length]
        : RHYTHM[(index + seed) % RHYTHM.length];
  const clump = trim === undefined ? 1 : index % 2 === 1 ? 0.86 : 1.1;
  const alternate = options.alternates ? (index % 2 === 1 ? 0.9 : -0.5) : 0;
  return {
    centre,
    halfWidth: halfWidth * rhythm * clump * (1 + (random() - 0.5) * 0.14),
    profile,
    tone: tone + alternate + (random() - 0.5) * toneSpread,
    layer: options.layer ?? 'front',
    isGlossy: options.isGlossy ?? true,
    hasEdge: options.hasEdge ?? true,
    ...(options.hasBothEdges && { hasBothEdges: true }),
    ...(options.nearness !== undefined && { nearness: options.nearness }),
  };
}
