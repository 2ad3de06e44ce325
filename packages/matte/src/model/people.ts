import type { Plane, RasterImage } from '@avatar/stage';
import { boxBlur, createPlane, fillPolygon, gaussianBlur, shrink, type Point } from '@avatar/image';
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

function headOutline(head: HeadPlacement): Point[] {
  return Array.from({ length: 24 }, (_, i) => {
    const angle = (i / 24) * 2 * Math.PI;
    const down = Math.sin(angle);
    const vertical = down < 0 ? HEAD_CORE.up : HEAD_CORE.down;
    return pointOfHead(head, Math.cos(angle) * HEAD_CORE.across, down * vertical);
  });
}

/**
 * The sure places of the first person, and of all others. Nearer (larger) heads hide others. Of `faces` no more is
 * known than where they are: what is below them may as well be the first person's shoulder.
 */
function markPeople(heads: readonly HeadPlacement[], faces: readonly HeadPlacement[], owner: Plane): void {
  for (const face of faces) fillPolygon(owner, headOutline(face), 2);
  const chests = heads.map((head) => CHEST_CORE.map(([across, down]) => pointOfHead(head, across, down)));
  const label = (index: number): number => (index === 0 ? 1 : 2);
  const farthestFirst = heads.map((_, index) => index).sort((a, b) => heads[a].heightPx - heads[b].heightPx);
  for (const index of farthestFirst) fillPolygon(owner, chests[index], label(index));
  for (const index of farthestFirst) fillPolygon(owner, headOutline(heads[index]), label(index));
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
 *
 * @param faces of people of whom nothing else was found
 */
export function keepFirstPerson(
  alpha: Plane,
  picture: RasterImage,
  heads: readonly HeadPlacement[],
  faces: readonly HeadPlacement[] = [],
): Plane {
  const factor = Math.max(1, Math.round(Math.max(alpha.width, alpha.height) / GRID));
  const terrain = terrainOf(picture, alpha, factor);
  const owner = createPlane(terrain.width, terrain.height);
  const onGrid = ({ eyes, heightPx, rollRad }: HeadPlacement): HeadPlacement => ({
    eyes: [eyes[0] / factor, eyes[1] / factor],
    heightPx: heightPx / factor,
    rollRad,
  });
  markPeople(heads.map(onGrid), faces.map(onGrid), owner);
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
