import type { Plane, RasterImage } from '@avatar/stage';
import { boxBlur, clamp, createPlane, fillPolygon, gaussianBlur, shrink, type Point } from '@avatar/image';
import { pointOfHead, type HeadPlacement } from './head-region.js';

/** Distances are found on about this many points a side. */
const GRID = 256;
/** Price of a step of one grid point on even ground, in units of full contrast: distance counts a little. */
const STEP_PRICE = 0.012;
/** Price of a step through the open background: between people the way leads through people. */
const OPEN_PRICE = 0.25;
/** Forward and backward sweeps; two of each settle all but spirals. */
const SWEEPS = 2;
/** Softness of the seam between two people, in pixels of the matte. */
const SEAM_PX = 1.2;

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
function markPeople(heads: readonly HeadPlacement[], owner: Plane): void {
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
function markParts(
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

interface Terrain {
  readonly colours: readonly Plane[];
  /** What a step onto each point costs before contrast. */
  readonly price: Plane;
  readonly width: number;
  readonly height: number;
}

function terrainOf(picture: RasterImage, alpha: Plane, factor: number): Terrain {
  const width = Math.ceil(picture.width / factor);
  const height = Math.ceil(picture.height / factor);
  const colours = [0, 1, 2].map((channel) => {
    const plane = createPlane(width, height);
    for (let y = 0, o = 0; y < height; y++)
      for (let x = 0; x < width; x++, o++)
        plane.data[o] =
          picture.data[(y * factor * picture.width + x * factor) * picture.channels + channel] / 255;
    return boxBlur(plane, 1);
  });
  const opacity = shrink(alpha, factor).data;
  const price = createPlane(width, height);
  for (let i = 0; i < opacity.length; i++)
    price.data[i] = STEP_PRICE + OPEN_PRICE * (1 - Math.min(1, opacity[i] * 2));
  return { colours, price, width, height };
}

/**
 * Distance from the marked points over colour differences (A. Criminisi et al., "GeoS: Geodesic Image Segmentation",
 * 2008): raster sweeps, each point asking the neighbours that the sweep has passed.
 */
function geodesicDistance(
  { colours, price, width, height }: Terrain,
  owner: Plane,
  label: number,
): Float32Array {
  const [red, green, blue] = colours.map((plane) => plane.data);
  const distance = new Float32Array(width * height);
  for (let i = 0; i < distance.length; i++) distance[i] = owner.data[i] === label ? 0 : 1e9;
  const relax = (i: number, from: number, step: number): void => {
    const contrast =
      Math.abs(red[i] - red[from]) + Math.abs(green[i] - green[from]) + Math.abs(blue[i] - blue[from]);
    const through = distance[from] + price.data[i] * step + contrast * contrast * 3;
    if (through < distance[i]) distance[i] = through;
  };
  const diagonal = Math.SQRT2;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++) {
        if (x > 0) relax(i, i - 1, 1);
        if (y === 0) continue;
        relax(i, i - width, 1);
        if (x > 0) relax(i, i - width - 1, diagonal);
        if (x < width - 1) relax(i, i - width + 1, diagonal);
      }
    for (let y = height - 1, i = width * height - 1; y >= 0; y--)
      for (let x = width - 1; x >= 0; x--, i--) {
        if (x < width - 1) relax(i, i + 1, 1);
        if (y === height - 1) continue;
        relax(i, i + width, 1);
        if (x < width - 1) relax(i, i + width + 1, diagonal);
        if (x > 0) relax(i, i + width - 1, diagonal);
      }
  }
  return distance;
}

/**
 * Removes everybody but the first person, also where they touch: each point goes to the person that is nearer over
 * small colour differences, so the seam follows the outline between them. All places are in pixels of `alpha`.
 */
export function keepFirstPerson(
  alpha: Plane,
  picture: RasterImage,
  heads: readonly HeadPlacement[],
  parts?: PartsOfPeople,
): Plane {
  const factor = Math.max(1, Math.round(Math.max(alpha.width, alpha.height) / GRID));
  const terrain = terrainOf(picture, alpha, factor);
  const owner = createPlane(terrain.width, terrain.height);
  const onGrid = ({ eyes, heightPx, rollRad }: HeadPlacement): HeadPlacement => ({
    eyes: [eyes[0] / factor, eyes[1] / factor],
    heightPx: heightPx / factor,
    rollRad,
  });
  markPeople(heads.map(onGrid), owner);
  if (parts) markParts(heads.map(onGrid), { ...parts, heads: parts.heads.map(onGrid) }, owner);
  const first = geodesicDistance(terrain, owner, 1);
  const others = geodesicDistance(terrain, owner, 2);
  const share = createPlane(alpha.width, alpha.height);
  for (let y = 0, o = 0; y < alpha.height; y++)
    for (let x = 0; x < alpha.width; x++, o++) {
      const at = Math.floor(y / factor) * terrain.width + Math.floor(x / factor);
      share.data[o] = first[at] <= others[at] ? 1 : 0;
    }
  const seam = gaussianBlur(share, SEAM_PX * factor);
  for (let i = 0; i < seam.data.length; i++) seam.data[i] *= alpha.data[i];
  return seam;
}
