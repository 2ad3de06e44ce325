import {
  createPlane,
  fastLinear,
  LUMINANCE_WEIGHTS,
  mapPlanes,
  shrink,
  toLab,
  type LabImage,
} from '@avatar/image';
import type { AlignedFace, Cutout, FaceRegions, PlanarImage, Plane } from '@avatar/stage';

const [RED, GREEN, BLUE] = LUMINANCE_WEIGHTS;

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

/** One pixel of each block: enough for percentiles and for masks that are smooth. */
function sampled({ data, width, height }: Plane, factor: number): Plane {
  const small = createPlane(Math.ceil(width / factor), Math.ceil(height / factor));
  const middle = factor >> 1;
  for (let y = 0, o = 0; y < small.height; y++) {
    const row = Math.min(height - 1, y * factor + middle) * width;
    for (let x = 0; x < small.width; x++, o++)
      small.data[o] = data[row + Math.min(width - 1, x * factor + middle)];
  }
  return small;
}

const shrunk = (image: PlanarImage, factor: number): PlanarImage =>
  mapPlanes(image, (plane) => shrink(plane, factor));

function logLuminanceOf(image: PlanarImage): Plane {
  const [red, green, blue] = image.planes;
  const log = createPlane(image.width, image.height);
  for (let i = 0; i < red.length; i++)
    log.data[i] = Math.log(
      DARK + RED * fastLinear(red[i]) + GREEN * fastLinear(green[i]) + BLUE * fastLinear(blue[i]),
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
  const mask = (plane: Plane) => sampled(plane, shrinkFactor);
  const scene = mapPlanes(face.crop, (plane) => sampled(plane, shrinkFactor));
  return {
    lab: toLab(person),
    logLuminance: logLuminanceOf(person),
    alpha: shrink(cutout.alpha, shrinkFactor),
    skin: shrink(regions.skin, shrinkFactor),
    eyes: mask(regions.eyes),
    teeth: mask(regions.teeth),
    oval: mask(regions.oval),
    scene: { data: toLab(scene).L, width, height },
    inside: mask(face.inside),
  };
}
