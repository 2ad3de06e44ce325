import type { AlignedFace, Cutout, FaceRegions, PlanarImage } from '@avatar/stage';
import type { FittedRendering } from '@avatar/styles';
import type { Canvas } from '../drawn/canvas.js';
import { measureSkin, type DrawnSkin } from '../drawn/skin-measure.js';
import { warpedSubject, type DrawnSubject } from '../drawn/subject.js';
import { renderTreatment } from '../photo/render.js';
import type { Surface } from '../photo/surface.js';
import { planTreatment } from '../photo/treatment.js';
import { gradePerson } from './colour/grade-person.js';
import { fillShine } from './fill-shine.js';

/** What every hand draws from. */
export interface FittedPerson {
  /** In the style's light. */
  readonly photo: PlanarImage;
  readonly subject: DrawnSubject;
  readonly skin: DrawnSkin;
  /** In the examples' colours, CIELAB. */
  readonly graded: Canvas;
  readonly surface: Surface;
  /** 1 when the light comes from the right of the picture, else -1. */
  readonly keySide: 1 | -1;
  readonly rendering: FittedRendering;
}

/** Features of the face stay as they are. */
const NO_CHANGE = { eyes: 0, nose: 0, mouth: 0 };

export function fittedPerson(
  face: AlignedFace,
  cutout: Cutout,
  regions: FaceRegions,
  rendering: FittedRendering,
  intensity: number,
): FittedPerson {
  const { treatment, surface, keySide } = planTreatment(face, cutout, regions, rendering);
  const photo = renderTreatment(cutout, regions.skin, treatment, intensity);
  const subject = warpedSubject(photo, face, cutout, regions, NO_CHANGE, 0);
  const skin = measureSkin(subject);
  fillShine(subject, skin);
  const graded = gradePerson(subject, skin, rendering.colours);
  return { photo, subject, skin, graded, surface, keySide, rendering };
}
