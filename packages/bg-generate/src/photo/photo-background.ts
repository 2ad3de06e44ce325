import type { AlignedFace, PlanarImage, Plane } from '@avatar/stage';
import {
  createPlane,
  enlarge,
  fastLinear,
  fastSrgb,
  gaussianBlur,
  mapPlane,
  mapPlanes3,
  type Planes3,
  product,
  shortSide,
  shrink,
  shrinkImage,
  smoothstep,
} from '@avatar/image';

/** What will be blurred needs no more points a side than about this. */
const GRID = 200;

const gridFactor = (sizePx: number): number => Math.max(1, Math.round(sizePx / GRID));

/** How far around the person the photo is not believed: soft hair and light that the skin throws. Share of the side. */
const MARGIN = 0.01;
/** Blurred opacity that is still background, and that is person. */
const COVER = { none: 0.004, some: 0.05 };
/** Less than this of the photo in a point, and it counts as outside. */
const INSIDE = { from: 0.9, to: 1 };
/** Each reaches further, as a share of the side, and counts only where the ones before find nothing. */
const REACHES = [
  { sigma: 0.02, weight: 1 },
  { sigma: 0.05, weight: 0.08 },
  { sigma: 0.12, weight: 0.01 },
  { sigma: 0.3, weight: 0.002 },
] as const;
/** What a photo without any background counts for: a dark grey, in linear light. */
const NOTHING = { weight: 1e-7, light: 0.1 };

/** 1 where the photo shows background and nothing else. */
function knownBackground({ alpha: matte, inside }: AlignedFace, alpha: Plane, factor: number): Plane {
  const cover = createPlane(alpha.width, alpha.height);
  // The cut-out fades out at the photo's edge; the person is there all the same.
  for (let i = 0; i < cover.data.length; i++) cover.data[i] = Math.max(alpha.data[i], matte.data[i]);
  const small = shrink(cover, factor);
  const around = gaussianBlur(small, MARGIN * shortSide(small));
  const shown = shrink(inside, factor);
  return mapPlane(around, (value, index) => {
    const free = 1 - smoothstep(COVER.none, COVER.some, Math.max(value, small.data[index]));
    return free * free * smoothstep(INSIDE.from, INSIDE.to, shown.data[index]);
  });
}

/** Where nothing is known, the weighted mean of what is known around, the nearest counting most. */
function filled(light: Plane, known: Plane, weights: readonly Plane[]): Plane {
  const lit = product(light, known);
  const sum = createPlane(light.width, light.height, NOTHING.weight * NOTHING.light);
  const total = createPlane(light.width, light.height, NOTHING.weight);
  REACHES.forEach(({ sigma, weight }, index) => {
    const near = gaussianBlur(lit, sigma * shortSide(light)).data;
    const count = weights[index].data;
    for (let i = 0; i < near.length; i++) {
      sum.data[i] += weight * near[i];
      total.data[i] += weight * count[i];
    }
  });
  return mapPlane(sum, (value, i) => {
    const guess = value / total.data[i];
    return guess + (light.data[i] - guess) * known.data[i];
  });
}

/**
 * What the photo shows behind the person, in linear light and smaller by `gridFactor`. Under the person and outside
 * the photo the surroundings are carried on (normalised convolution, H. Knutsson and C.-F. Westin 1993), so that a
 * blur draws in nothing of the person and leaves no ghost around the head. Meant to be blurred.
 */
export function photoBackground(face: AlignedFace, alpha: Plane): Planes3 {
  const factor = gridFactor(shortSide(alpha));
  const known = knownBackground(face, alpha, factor);
  const weights = REACHES.map(({ sigma }) => gaussianBlur(known, sigma * shortSide(known)));
  return mapPlanes3(shrinkImage(face.crop, factor), (plane) =>
    filled(mapPlane(plane, fastLinear), known, weights),
  );
}

/** Small planes in linear light, as `photoBackground` gives them, as an sRGB-encoded picture of the size of `like`. */
export function encodedAtSize(light: Planes3, { width, height }: Plane): PlanarImage {
  const factor = gridFactor(Math.min(width, height));
  const [red, green, blue] = mapPlanes3(light, (plane) =>
    enlarge(mapPlane(plane, fastSrgb), width, height, factor),
  );
  return { planes: [red.data, green.data, blue.data], width, height };
}
