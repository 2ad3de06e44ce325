import { clamp, createPlane, gaussianBlur, mix } from '@avatar/image';
import type { RelightParameters } from '@avatar/styles';
import type { Plane } from '@avatar/stage';
import { castShadow } from './cast-shadow.js';
import { unitDirection } from './direction.js';
import { lightAt, type Light } from './light-fit.js';
import type { Surface } from './surface.js';

/** `light.x` from which a photo counts as lit from one side. */
const ONE_SIDED = 0.6;
/** Bound on the light that is taken out, in natural logarithms. */
const MAX_DELIGHT = 0.7;
/** How far the key light wraps around the form: 0 is a bare bulb, 1 a light tent. */
const WRAP = 0.25;
/** Share of the de-lighting that reaches hair and clothes. */
const BODY_DELIGHT = 0.35;

/**
 * Log of the brightness factor that turns the photo's light into the style's: part of the photo's own shading is
 * taken out, then a soft key from the side that is lit already is laid on, so that cast shadows stay plausible.
 * Its mean over the face is 0: the face as a whole keeps its brightness. (Ratio images: T. Riklin-Raviv and
 * A. Shashua, "The Quotient Image", 2001; here with a single plane of light over normals from mesh and matte.)
 */
export function lightRatioLog(surface: Surface, light: Light, relight: RelightParameters): Plane {
  const side = light.x >= 0 ? 1 : -1;
  const oneSided = Math.min(1, Math.abs(light.x) / ONE_SIDED);
  const delight = mix(relight.delight.flat, relight.delight.oneSided, oneSided);
  const [keyX, keyY, keyZ] = relight.keyDirection;
  const key = unitDirection([keyX * side, keyY, keyZ]);
  const depth = relight.castShadows ?? 0;
  const visible = depth > 0 ? castShadow(surface, key).data : undefined;
  const { width, height } = surface.face;
  const ratio = createPlane(width, height);
  let sum = 0;
  let weight = 0;
  const [x, y, z, faces] = [surface.x.data, surface.y.data, surface.z.data, surface.face.data];
  for (let i = 0; i < ratio.data.length; i++) {
    const face = faces[i];
    const facing = x[i] * key.x + y[i] * key.y + z[i] * key.z;
    const seen = visible ? mix(1, visible[i], depth) : 1;
    const straight = seen * clamp((facing + WRAP) / (1 + WRAP));
    const lit = relight.falloff === 1 ? straight : straight ** relight.falloff;
    const existing = clamp(lightAt(light, surface, i), -MAX_DELIGHT, MAX_DELIGHT);
    const value =
      relight.strength * Math.log(relight.ambient + (1 - relight.ambient) * lit) -
      delight * existing * mix(BODY_DELIGHT, 1, face);
    ratio.data[i] = value;
    sum += value * face;
    weight += face;
  }
  const mean = sum / (weight || 1);
  const low = Math.log(relight.ratio.min);
  const high = Math.log(relight.ratio.max);
  for (let i = 0; i < ratio.data.length; i++) {
    const share = mix(relight.body, 1, faces[i]);
    ratio.data[i] = clamp((ratio.data[i] - mean) * share, low, high);
  }
  return gaussianBlur(ratio, 2);
}

/** Shifts a log ratio so that its mean over the face is 0. */
export function centreOnFace(ratioLog: Plane, face: Plane): Plane {
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < face.data.length; i++) {
    sum += ratioLog.data[i] * face.data[i];
    weight += face.data[i];
  }
  const mean = sum / (weight || 1);
  const centred = createPlane(face.width, face.height);
  for (let i = 0; i < centred.data.length; i++) centred.data[i] = ratioLog.data[i] - mean;
  return centred;
}
