import { planesOf, toLab, type LabImage } from '@avatar/image';
import type { AlignedFace, Cutout, FaceLandmarks, FaceRegions, PlanarImage, Plane } from '@avatar/stage';
import type { FeatureScaling } from '@avatar/styles';
import { planFaceWarp, warpFacePlanes, warpLandmarks } from './face-warp.js';

/** Head height that sizes of the drawing are given for. */
const REFERENCE_HEAD_PX = 480;

/** What the person is drawn from: the relit photo with the face warped, and what each pixel is. */
export interface DrawnSubject {
  readonly photo: PlanarImage;
  readonly lab: LabImage;
  readonly landmarks: FaceLandmarks;
  readonly alpha: Plane;
  readonly skin: Plane;
  /** Undefined when the pipeline does not tell hair from clothes. */
  readonly hair: Plane | undefined;
  readonly eyes: Plane;
  readonly lips: Plane;
  readonly teeth: Plane;
  readonly oval: Plane;
  /** Pixels for each pixel of a head of 480 px. */
  readonly headUnit: number;
  readonly sizePx: number;
}

/** Warps photo, masks and landmarks alike. */
export function warpedSubject(
  photo: PlanarImage,
  face: AlignedFace,
  cutout: Cutout,
  regions: FaceRegions,
  scaling: FeatureScaling,
  strength: number,
): DrawnSubject {
  const { width: sizePx } = photo;
  const warp = planFaceWarp(face.landmarks, scaling, strength, sizePx);
  const { skin, eyes, lips, teeth, oval } = regions;
  const hair = regions.parts?.hair;
  const planes = [...planesOf(photo), skin, eyes, lips, teeth, oval, ...(hair ? [hair] : [])];
  const warped = warpFacePlanes(planes, warp);
  const image: PlanarImage = {
    planes: [warped[0].data, warped[1].data, warped[2].data],
    width: sizePx,
    height: photo.height,
  };
  return {
    photo: image,
    lab: toLab(image),
    landmarks: warpLandmarks(face.landmarks, warp),
    alpha: cutout.alpha,
    skin: warped[3],
    eyes: warped[4],
    lips: warped[5],
    teeth: warped[6],
    oval: warped[7],
    hair: warped[8],
    headUnit: face.headHeightPx / REFERENCE_HEAD_PX,
    sizePx,
  };
}
