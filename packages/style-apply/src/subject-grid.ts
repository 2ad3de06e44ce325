import { createPlane, fastLinear, mapPlanes, shrink, toLab, type LabImage } from '@avatar/image';
import type { AlignedFace, Cutout, FaceRegions, PlanarImage, Plane } from '@avatar/stage';

/** The person at about 200 pixels a side: what light and colour are measured on. */
export interface SubjectGrid {
  readonly lab: LabImage;
  readonly logLuminance: Plane;
  readonly alpha: Plane;
  readonly skin: Plane;
  readonly eyes: Plane;
  readonly teeth: Plane;
  readonly oval: Plane;
  /** Lightness of the crop with the photo's own background, and where it shows the photo. */
  readonly scene: Plane;
  readonly inside: Plane;
}

/** Keeps the logarithm finite in black, in linear light. */
const DARK = 0.01;

const shrunk = (image: PlanarImage, factor: number): PlanarImage =>
  mapPlanes(image, (plane) => shrink(plane, factor));

function logLuminanceOf(image: PlanarImage): Plane {
  const [red, green, blue] = image.planes;
  const log = createPlane(image.width, image.height);
  for (let i = 0; i < red.length; i++)
    log.data[i] = Math.log(
      DARK + 0.2126 * fastLinear(red[i]) + 0.7152 * fastLinear(green[i]) + 0.0722 * fastLinear(blue[i]),
    );
  return log;
}

export function subjectGrid(
  face: AlignedFace,
  cutout: Cutout,
  regions: FaceRegions,
  shrinkFactor: number,
): SubjectGrid {
  const person = shrunk(cutout.foreground, shrinkFactor);
  const { width, height } = person;
  const small = (plane: Plane) => shrink(plane, shrinkFactor);
  return {
    lab: toLab(person),
    logLuminance: logLuminanceOf(person),
    alpha: small(cutout.alpha),
    skin: small(regions.skin),
    eyes: small(regions.eyes),
    teeth: small(regions.teeth),
    oval: small(regions.oval),
    scene: { data: toLab(shrunk(face.crop, shrinkFactor)).L, width, height },
    inside: small(face.inside),
  };
}
