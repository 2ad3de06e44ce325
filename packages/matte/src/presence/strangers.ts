import type { Plane } from '@avatar/stage';
import { createPlane } from '@avatar/image';
import { pointOfHead, type HeadPlacement } from '../model/head-region.js';
import { regionsOf } from './regions.js';
import type { Presence } from './presence-model.js';

/** Skin is a face's from this probability on. */
const SKIN = 0.5;
/** Smaller pieces of face are noise; in squares of the first head's height. */
const LEAST = 0.012;
/** A whole face has this area, in squares of its head's height. */
const WHOLE_FACE = 0.28;
/** What is there of a stranger's face may be a part; no head is believed smaller or larger, in heights of the first. */
const SIZE = { least: 0.4, most: 0.85 };
/** No part of the first face lies so far from between its eyes, in head heights; below the chin there are hands. */
const APART = { aside: 0.42, above: 0.7, below: 0.55 };
/** A head that is known already lies as near as this, in its own heights. */
const KNOWN = 0.6;

/** What is known of people whose faces nobody has found. */
export interface Strangers {
  /** About where their heads are, in pixels of the matte. */
  readonly heads: readonly HeadPlacement[];
  /** 1 on the skin of their faces, on the coarse grid. */
  readonly skin: Plane;
}

/**
 * People whose faces nobody has found: behind the first person, cut by the photo's border. By the skin of faces that
 * lies apart from all known heads.
 *
 * @param scale of the coarse grid against that of `heads`
 * @param heads the first is the dominant one; pixels of the matte
 */
export function strangersBeside(
  { face }: Presence,
  scale: readonly [number, number],
  heads: readonly HeadPlacement[],
): Strangers {
  const [first] = heads;
  const labels = new Uint8Array(face.data.length);
  for (let i = 0; i < labels.length; i++) if (face.data[i] > SKIN) labels[i] = 1;
  const areaPx = 1 / (scale[0] * scale[1]);
  const found: HeadPlacement[] = [];
  const skin = createPlane(face.width, face.height);
  for (const { pixels } of regionsOf(face, labels, (LEAST * first.heightPx ** 2) / areaPx, () => false)) {
    const centre = middleOf(pixels, face, scale);
    if (!isApart(centre, first) || heads.slice(1).some((head) => isOf(head, centre))) continue;
    for (const index of pixels) skin.data[index] = 1;
    const asWhole = Math.sqrt((pixels.length * areaPx) / WHOLE_FACE);
    const heightPx = Math.min(Math.max(asWhole, SIZE.least * first.heightPx), SIZE.most * first.heightPx);
    found.push({ eyes: centre, heightPx, rollRad: first.rollRad });
  }
  return { heads: found, skin };
}

function middleOf(
  pixels: Int32Array,
  { width }: Plane,
  [across, down]: readonly [number, number],
): readonly [number, number] {
  let [x, y] = [0, 0];
  for (const index of pixels) {
    x += index % width;
    y += Math.floor(index / width);
  }
  return [(x / pixels.length + 0.5) / across, (y / pixels.length + 0.5) / down];
}

function isApart([x, y]: readonly [number, number], head: HeadPlacement): boolean {
  const [right, below] = [pointOfHead(head, 1, 0), pointOfHead(head, 0, 1)];
  const along = (axis: readonly [number, number]): number =>
    ((x - head.eyes[0]) * (axis[0] - head.eyes[0]) + (y - head.eyes[1]) * (axis[1] - head.eyes[1])) /
    head.heightPx ** 2;
  const [u, v] = [along(right), along(below)];
  return v < APART.below && (Math.abs(u) > APART.aside || v < -APART.above);
}

const isOf = ({ eyes, heightPx }: HeadPlacement, [x, y]: readonly [number, number]): boolean =>
  Math.hypot(x - eyes[0], y - eyes[1]) < KNOWN * heightPx;
