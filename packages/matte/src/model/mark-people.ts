import type { Plane } from '@avatar/stage';
import { clamp, createPlane, fillPolygon, type Point } from '@avatar/image';
import { pointOfHead, type HeadPlacement } from './head-region.js';

/** Head with hair, neck and chest: surely this person. In head heights from the eyes; across is symmetric. */
const HEAD_CORE = { across: 0.26, up: 0.36, down: 0.42 };
const CHEST_CORE: readonly Point[] = [
  [-0.12, 0.4],
  [0.12, 0.4],
  [0.3, 0.95],
  [0.34, 1.5],
  [-0.34, 1.5],
  [-0.3, 0.95],
];

/** Shoulders are the first person's where nobody else's head was found whole: of others, faces look out behind them. */
const SHOULDERS: readonly Point[] = [
  [-0.45, 0.75],
  [0.45, 0.75],
  [0.85, 1],
  [0.9, 1.6],
  [-0.9, 1.6],
  [-0.85, 1],
];

function headOutline(head: HeadPlacement): Point[] {
  return Array.from({ length: 24 }, (_, i) => {
    const angle = (i / 24) * 2 * Math.PI;
    const down = Math.sin(angle);
    const vertical = down < 0 ? HEAD_CORE.up : HEAD_CORE.down;
    return pointOfHead(head, Math.cos(angle) * HEAD_CORE.across, down * vertical);
  });
}

/** The sure places of the first person, and of all others. Nearer (larger) heads hide others. */
export function markPeople(heads: readonly HeadPlacement[], owner: Plane): void {
  const chests = heads.map((head) => CHEST_CORE.map(([across, down]) => pointOfHead(head, across, down)));
  const label = (index: number): number => (index === 0 ? 1 : 2);
  const farthestFirst = heads.map((_, index) => index).sort((a, b) => heads[a].heightPx - heads[b].heightPx);
  for (const index of farthestFirst) fillPolygon(owner, chests[index], label(index));
  for (const index of farthestFirst) fillPolygon(owner, headOutline(heads[index]), label(index));
}

/** Whom else a seam has to part the first person from, and what helps it. */
export interface PartsOfPeople {
  /** People of whom no more is known than about where their heads are, in pixels of the matte. */
  readonly heads: readonly HeadPlacement[];
  /** 1 on the skin of their faces, over the whole picture, in any size. */
  readonly skin: Plane;
  /** Probability of hair, in the same size. */
  readonly hair: Plane;
}

/**
 * Hair is surely the first person's so near to the line from the eyes down, in heights of the head, and so much
 * nearer than to that of others.
 */
const OWN_HAIR = { sure: 0.6, farthest: 0.55, nearer: 0.75, down: 0.8 };

/** From a place to the line on which a head's hair hangs, in the head's heights. */
function hairDistance({ eyes, heightPx }: HeadPlacement, x: number, y: number): number {
  const down = (y - eyes[1]) / heightPx;
  return Math.hypot((x - eyes[0]) / heightPx, down - clamp(down, 0, OWN_HAIR.down));
}

/**
 * Marks faces that nobody found, and what is surely the first person's hair and shoulders: a seam by colours may run
 * through all of them.
 */
export function markParts(
  known: readonly HeadPlacement[],
  { heads, skin, hair }: PartsOfPeople,
  owner: Plane,
): void {
  const shoulders = createPlane(owner.width, owner.height);
  if (known.length === 1)
    fillPolygon(
      shoulders,
      SHOULDERS.map(([across, down]) => pointOfHead(known[0], across, down)),
    );
  const all = [...known, ...heads];
  for (let y = 0, i = 0; y < owner.height; y++)
    for (let x = 0; x < owner.width; x++, i++) {
      if (owner.data[i] !== 0) continue;
      const row = Math.floor((y * hair.height) / owner.height);
      const at = row * hair.width + Math.floor((x * hair.width) / owner.width);
      if (skin.data[at] > 0) owner.data[i] = 2;
      else if (shoulders.data[i] > 0) owner.data[i] = 1;
      else if (hair.data[at] > OWN_HAIR.sure) {
        const [first, ...others] = all.map((head) => hairDistance(head, x, y));
        if (first < OWN_HAIR.farthest && first < OWN_HAIR.nearer * Math.min(...others)) owner.data[i] = 1;
      }
    }
}
