import { createPlane, gaussianBlur, mix, srgbToLinear } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { Gel, GelLighting } from '@avatar/styles';
import { castShadow } from './cast-shadow.js';
import { unitDirection, type Direction } from './direction.js';
import type { Surface } from './surface.js';

type Planes3 = readonly [red: Plane, green: Plane, blue: Plane];

/** The light of all gels on the grid of the surface, in linear light. */
export interface GelLight {
  /** Falls on a surface and takes on its colour. */
  readonly diffuse: Planes3;
  /** Is thrown back by the surface as it is. */
  readonly shine: Planes3;
}

/** Sharpness of the reflection: skin is neither matt nor a mirror. */
const GLOSS = 18;
/** Softens what is left of the triangles, in grid pixels. */
const SOFTNESS = 1.5;

const planes3 = (width: number, height: number): Planes3 => [
  createPlane(width, height),
  createPlane(width, height),
  createPlane(width, height),
];

/** Halfway between the lamp and the viewer: surfaces that face it mirror the lamp (J. F. Blinn, 1977). */
const halfway = ({ x, y, z }: Direction): Direction => unitDirection([x, y, z + 1]);

function addGel(light: GelLight, surface: Surface, gel: Gel, keySide: 1 | -1, depth: number): void {
  const [towardsX, towardsY, towardsZ] = gel.direction;
  const lamp = unitDirection([gel.fromKeySide ? towardsX * keySide : towardsX, towardsY, towardsZ]);
  const mirror = halfway(lamp);
  const visible = depth > 0 ? castShadow(surface, lamp).data : undefined;
  const { x, y, z } = surface;
  const [red, green, blue] = gel.colour.map((value) => gel.strength * srgbToLinear(value));
  for (let i = 0; i < x.data.length; i++) {
    const [nx, ny, nz] = [x.data[i], y.data[i], z.data[i]];
    const facing = nx * lamp.x + ny * lamp.y + nz * lamp.z;
    if (facing <= 0) continue;
    const seen = visible ? mix(1, visible[i], depth) : 1;
    const lit = seen * facing ** gel.falloff;
    const mirrored = Math.max(0, nx * mirror.x + ny * mirror.y + nz * mirror.z) ** GLOSS;
    const thrown = seen * mirrored * Math.min(1, 4 * facing);
    light.diffuse[0].data[i] += red * lit;
    light.diffuse[1].data[i] += green * lit;
    light.diffuse[2].data[i] += blue * lit;
    light.shine[0].data[i] += red * thrown;
    light.shine[1].data[i] += green * thrown;
    light.shine[2].data[i] += blue * thrown;
  }
}

const softened = (planes: Planes3): Planes3 => [
  gaussianBlur(planes[0], SOFTNESS),
  gaussianBlur(planes[1], SOFTNESS),
  gaussianBlur(planes[2], SOFTNESS),
];

/**
 * What the gels of a style put on the person, at full strength.
 * @param keySide 1 when the photo is lit from the right of the picture, else -1
 */
export function gelLight(surface: Surface, lighting: GelLighting, keySide: 1 | -1): GelLight {
  const { width, height } = surface.face;
  const light: GelLight = { diffuse: planes3(width, height), shine: planes3(width, height) };
  for (const gel of lighting.gels) addGel(light, surface, gel, keySide, lighting.castShadows);
  return { diffuse: softened(light.diffuse), shine: softened(light.shine) };
}
