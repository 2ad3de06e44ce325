import type { Plane, RasterImage } from '@avatar/stage';
import { boxBlur, createPlane, shrink } from '@avatar/image';

/** Price of a step of one grid point on even ground, in units of full contrast: distance counts a little. */
const STEP_PRICE = 0.012;
/** Price of a step through the open background: between people the way leads through people. */
const OPEN_PRICE = 0.25;
/** Forward and backward sweeps; two of each settle all but spirals. */
const SWEEPS = 2;

/** What distances are measured over. */
export interface Terrain {
  readonly colours: readonly Plane[];
  /** What a step onto each point costs before contrast. */
  readonly price: Plane;
  readonly width: number;
  readonly height: number;
}

/** The picture on a grid of every `factor`-th pixel. */
export function terrainOf(picture: RasterImage, alpha: Plane, factor: number): Terrain {
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
export function geodesicDistance(
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
