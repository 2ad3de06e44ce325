import { fromLab, smoothstep } from '@avatar/image';
import type { AlignedFace, Avatar, Cutout, FaceRegions, PlanarImage, Plane } from '@avatar/stage';
import type { DrawnRendering } from '@avatar/styles';
import { renderTreatment } from '../photo/render.js';
import { planTreatment } from '../photo/treatment.js';
import { abstractionOf } from './abstraction.js';
import { boldEyes } from './bold-eyes.js';
import { castShadows } from './cast-shadows.js';
import { drawEyes } from './draw-eyes.js';
import { drawInk } from './ink-lines.js';
import { keyLight } from './key-light.js';
import { paintClothes } from './paint-clothes.js';
import { paintHair } from './paint-hair.js';
import { paintMouth } from './paint-mouth.js';
import { paintSkin } from './paint-skin.js';
import { measureSkin } from './skin-measure.js';
import { warpedSubject } from './subject.js';

/** Flat paint has crisp edges: opacities between which it ends. */
const EDGE = { from: 0.25, to: 0.75 };
/** Below 1: the drawing shows early, and the photo's texture goes last. */
const OPACITY_EXPONENT = 0.6;

export interface DrawInput {
  readonly face: AlignedFace;
  readonly cutout: Cutout;
  readonly regions: FaceRegions;
  readonly rendering: DrawnRendering;
  /** In (0, 1]. */
  readonly intensity: number;
  /** Called between the long steps. */
  readonly checkpoint: () => void;
}

/** Draws the person in flat tones, ink and drawn eyes, on the relit photo. */
export async function drawPerson(input: DrawInput): Promise<Avatar> {
  const { face, cutout, regions, rendering, intensity, checkpoint } = input;
  const { treatment, surface, keySide } = planTreatment(face, cutout, regions, rendering);
  const relit = renderTreatment(cutout, regions.skin, treatment, intensity);
  const subject = warpedSubject(relit, face, cutout, regions, rendering.features, intensity);
  checkpoint();
  const form = abstractionOf(subject, rendering.ink.widthPx);
  checkpoint();
  const { shading } = rendering;
  const skin = measureSkin(subject);
  const light = keyLight(surface, subject.landmarks, keySide, subject);
  const canvas = paintClothes(subject, form, rendering.saturation, shading.softness);
  if (subject.hair)
    paintHair(
      canvas,
      { subject, form, hair: subject.hair, sheen: light.sheen },
      { ...rendering.hair, saturation: rendering.saturation, softness: shading.softness },
    );
  checkpoint();
  const cast = castShadows(subject, keySide, shading.softness);
  paintSkin(
    canvas,
    { subject, form, tone: skin, light: { ...light, cast } },
    { ...rendering.skin, ...shading },
  );
  paintMouth(canvas, subject, form, skin, shading.softness);
  if (rendering.eyes === 'bold') boldEyes(canvas, subject);
  drawInk(canvas, subject, form, rendering.ink);
  checkpoint();
  const { width, height } = relit;
  const image = fromLab({ ...canvas, width, height });
  if (rendering.eyes === 'drawn') await drawEyes(image, subject, form, skin, intensity);
  blend(image, subject.photo, intensity ** OPACITY_EXPONENT);
  return {
    image,
    landmarks: subject.landmarks,
    person: cutout.alpha,
    alpha: crispEdge(cutout.alpha, intensity * (1 - shading.softness)),
  };
}

/** Mixes the drawing with the photo, in place; `share` 1 leaves the drawing. */
function blend(drawing: PlanarImage, photo: PlanarImage, share: number): void {
  if (share >= 1) return;
  drawing.planes.forEach((plane, channel) => {
    const under = photo.planes[channel];
    for (let i = 0; i < plane.length; i++) plane[i] = under[i] + (plane[i] - under[i]) * share;
  });
}

function crispEdge(alpha: Plane, crispness: number): Plane {
  if (crispness === 0) return alpha;
  const data = new Float32Array(alpha.data.length);
  for (let i = 0; i < data.length; i++) {
    const value = alpha.data[i];
    data[i] =
      value === 0 || value === 1
        ? value
        : value + (smoothstep(EDGE.from, EDGE.to, value) - value) * crispness;
  }
  return { ...alpha, data };
}
