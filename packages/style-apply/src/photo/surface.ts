import { createPlane, gaussianBlur, mapPlane, mix, smoothstep } from '@avatar/image';
import type { AlignedFace, Plane } from '@avatar/stage';
import { meshNormals } from './mesh-normals.js';

/** The shape of the person as light sees it, on a grid of about 200 pixels a side. */
export interface Surface {
  /** Unit normals: x right, y down, z to the viewer. */
  readonly x: Plane;
  readonly y: Plane;
  readonly z: Plane;
  /** Height towards the viewer in grid pixels, from an arbitrary level. */
  readonly height: Plane;
  /** 1 on the face mesh, 0 elsewhere, hard. */
  readonly mesh: Plane;
  /** 1 on the face, feathered to 0 at its outline. */
  readonly face: Plane;
  /** Picture pixels for each grid pixel. */
  readonly shrinkFactor: number;
}

const GRID_SIDE = 200;

export const gridFactor = (sizePx: number): number => Math.max(1, Math.round(sizePx / GRID_SIDE));

/** Two scales of roundness: fractions of the head height, and the weight of each one's slope. */
const ROUNDNESS = [
  { sigma: 0.1, weight: 0.6 },
  { sigma: 0.22, weight: 1.2 },
] as const;
/** How much the matte bulges, as a fraction of the head height. */
const BULGE = 0.55;
/** Weights of the face that count as its outline. */
const OUTLINE = { from: 0.05, to: 0.5 };

/** A cushion filled into the matte: it rises from the outline to the middle. */
function cushionHeight(alpha: Plane, headGridPx: number): Plane {
  const cushion = createPlane(alpha.width, alpha.height);
  for (const { sigma, weight } of ROUNDNESS) {
    const { data } = gaussianBlur(alpha, sigma * headGridPx);
    const gain = weight * BULGE * headGridPx;
    for (let i = 0; i < data.length; i++) cushion.data[i] += gain * data[i];
  }
  return cushion;
}

/** Slopes of a height map: how fast it falls to the right and downwards. */
function slopesOf({ data, width, height }: Plane): { x: Plane; y: Plane } {
  const slope = { x: createPlane(width, height), y: createPlane(width, height) };
  for (let y = 0, i = 0; y < height; y++) {
    const above = y > 0 ? -width : 0;
    const below = y < height - 1 ? width : 0;
    for (let x = 0; x < width; x++, i++) {
      slope.x.data[i] = -0.5 * (data[i + (x < width - 1 ? 1 : 0)] - data[i - (x > 0 ? 1 : 0)]);
      slope.y.data[i] = -0.5 * (data[i + below] - data[i + above]);
    }
  }
  return slope;
}

/** Sets the face into the cushion at the level where both meet along the outline of the face. */
function joinedHeight(cushion: Plane, mesh: Plane, weight: Plane): Plane {
  let [sum, count] = [0, 0];
  for (let i = 0; i < weight.data.length; i++) {
    if (weight.data[i] < OUTLINE.from || weight.data[i] > OUTLINE.to) continue;
    sum += cushion.data[i] - mesh.data[i];
    count++;
  }
  const level = count > 0 ? sum / count : 0;
  return mapPlane(cushion, (value, i) => mix(value, mesh.data[i] + level, weight.data[i]));
}

/** 1 well inside the mesh, feathered towards its outline, in grid pixels. */
function featheredFace(mesh: Plane): Plane {
  const soft = gaussianBlur(mesh, 4);
  const inner = createPlane(mesh.width, mesh.height);
  for (let i = 0; i < inner.data.length; i++) inner.data[i] = smoothstep(0.5, 1, soft.data[i]) * mesh.data[i];
  return gaussianBlur(inner, 2.5);
}

function normalise(x: Plane, y: Plane, z: Plane): void {
  for (let i = 0; i < z.data.length; i++) {
    const length = Math.sqrt(x.data[i] ** 2 + y.data[i] ** 2 + z.data[i] ** 2) || 1;
    x.data[i] /= length;
    y.data[i] /= length;
    z.data[i] /= length;
  }
}

/**
 * The face from its mesh, everything else as a cushion in the matte, blended over the outline of the face.
 * @param alpha opacity of the person, already at the size of the grid
 */
export function buildSurface(face: AlignedFace, alpha: Plane, shrinkFactor: number): Surface {
  const { width, height } = alpha;
  const drawn = meshNormals(face.landmarks, shrinkFactor, width, height);
  const cushion = cushionHeight(alpha, face.headHeightPx / shrinkFactor);
  const slope = slopesOf(cushion);
  const weight = featheredFace(drawn.covered);
  const normal = {
    x: createPlane(width, height),
    y: createPlane(width, height),
    z: createPlane(width, height),
  };
  for (let i = 0; i < weight.data.length; i++) {
    const sx = slope.x.data[i];
    const sy = slope.y.data[i];
    const up = 1 / Math.sqrt(1 + sx * sx + sy * sy);
    const share = drawn.covered.data[i] > 0 ? weight.data[i] : 0;
    normal.x.data[i] = mix(sx * up, drawn.x.data[i], share);
    normal.y.data[i] = mix(sy * up, drawn.y.data[i], share);
    normal.z.data[i] = mix(up, drawn.z.data[i], share);
  }
  const smooth = (plane: Plane) => gaussianBlur(plane, 2.2);
  const [x, y, z] = [smooth(normal.x), smooth(normal.y), smooth(normal.z)];
  normalise(x, y, z);
  const relief = gaussianBlur(joinedHeight(cushion, drawn.height, weight), 1);
  return { x, y, z, height: relief, mesh: drawn.covered, face: weight, shrinkFactor };
}
