import type { Plane } from '@avatar/stage';
import { createPlane, type Point } from '@avatar/image';
import { toHead, type HeadPlacement } from '../model/head-region.js';
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
/**
 * No part of the first face lies so far from between its eyes, in head heights. Below the chin there are hands
 * and the faces of dogs, but none as large, in squares of the head's height.
 */
const APART = { aside: 0.42, above: 0.7, below: 0.55, handsMost: 0.05 };
/**
 * Where a head has no skin of a face: what hangs together with the first face there is another one's that touches.
 * Beside the crown, and beside the jaw under the ears, where somebody looks over the shoulder: in head heights from the
 * eyes, and of so much area in squares of the head's height. Of single people, also half turned, at most 0.014 is there.
 */
const TOUCHING = [
  { aside: 0.4, from: -Infinity, to: -0.15, least: 0.004 },
  { aside: 0.4, from: 0.25, to: 0.6, least: 0.025 },
];
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
  const ownAxes = toHead(first);
  const areaPx = 1 / (scale[0] * scale[1]);
  const partsOf = (labels: Uint8Array, least: number): Int32Array[] =>
    regionsOf(face, labels, (least * first.heightPx ** 2) / areaPx, () => false).map(({ pixels }) => pixels);
  const placeOf = (index: number): Point => [
    ((index % face.width) + 0.5) / scale[0],
    (Math.floor(index / face.width) + 0.5) / scale[1],
  ];
  const isOwn = (pixels: Int32Array): boolean => {
    const size = (pixels.length * areaPx) / first.heightPx ** 2;
    return !isApart(ownAxes(middleOf(pixels, placeOf)), size);
  };
  const skinLike = new Uint8Array(face.data.length);
  for (let i = 0; i < skinLike.length; i++) if (face.data[i] > SKIN) skinLike[i] = 1;
  const parts = partsOf(skinLike, LEAST);
  const own = parts.filter(isOwn);
  const labels = TOUCHING.map(() => new Uint8Array(face.data.length));
  for (const pixels of own)
    for (const index of pixels) {
      const [u, v] = ownAxes(placeOf(index));
      const zone = TOUCHING.findIndex(({ aside, from, to }) => Math.abs(u) > aside && v > from && v < to);
      if (zone >= 0) labels[zone][index] = 1;
    }
  const touching = TOUCHING.flatMap(({ least }, zone) => partsOf(labels[zone], least));
  const found: HeadPlacement[] = [];
  const skin = createPlane(face.width, face.height);
  for (const pixels of [...parts.filter((part) => !own.includes(part)), ...touching]) {
    const centre = middleOf(pixels, placeOf);
    if (heads.slice(1).some((head) => isOf(head, centre))) continue;
    for (const index of pixels) skin.data[index] = 1;
    const asWhole = Math.sqrt((pixels.length * areaPx) / WHOLE_FACE);
    const heightPx = Math.min(Math.max(asWhole, SIZE.least * first.heightPx), SIZE.most * first.heightPx);
    found.push({ eyes: centre, heightPx, rollRad: first.rollRad });
  }
  return { heads: found, skin };
}

function middleOf(pixels: Int32Array, placeOf: (index: number) => Point): Point {
  let [x, y] = [0, 0];
  for (const index of pixels) {
    const place = placeOf(index);
    x += place[0];
    y += place[1];
  }
  return [x / pixels.length, y / pixels.length];
}

function isApart([u, v]: Point, size: number): boolean {
  if (v >= APART.below && size < APART.handsMost) return false;
  return Math.abs(u) > APART.aside || v < -APART.above;
}

const isOf = ({ eyes, heightPx }: HeadPlacement, [x, y]: Point): boolean =>
  Math.hypot(x - eyes[0], y - eyes[1]) < KNOWN * heightPx;
