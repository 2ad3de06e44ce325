import { createPlane, planesOf, smoothstep, toLab, type LabImage } from '@avatar/image';
import { CHIN, landmarkPoint, NOSE_BASE } from '@avatar/face';
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
  readonly width: number;
  readonly height: number;
}

/** Skin of the whole person as light as this below the face's median in L is skin; beards and brows are darker. */
const AS_LIGHT = { none: -24, all: -12 };
const FACE_SURE = 0.7;
const STRIDE = 13;

/**
 * The face's skin mask, and what else a model calls skin and is not darker: neck, arms, shining foreheads.
 * @param not where it is something else: soft masks
 */
function completedSkin(found: Plane, skinPart: Plane, { L }: LabImage, not: readonly Plane[]): Plane {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < L.length; i += STRIDE)
    if (found.data[i] > FACE_SURE) {
      sum += L[i];
      count++;
    }
  const mean = count > 0 ? sum / count : 0;
  const skin = { ...found, data: found.data.slice() };
  for (let i = 0; i < L.length; i++) {
    const part = skinPart.data[i];
    if (part <= skin.data[i]) continue;
    let more = part * smoothstep(AS_LIGHT.none, AS_LIGHT.all, L[i] - mean);
    for (const { data } of not) more *= 1 - data[i];
    if (more > skin.data[i]) skin.data[i] = more;
  }
  return skin;
}

/** Half the height of the change from above to below the nose, in distances from nose to chin. */
const NOSE_SOFTNESS = 0.12;

/** The face below the nose, where a beard may be, however grey. */
function beardZoneOf(oval: Plane, landmarks: FaceLandmarks): Plane {
  const nose = landmarkPoint(landmarks, NOSE_BASE)[1];
  const soft = NOSE_SOFTNESS * (landmarkPoint(landmarks, CHIN)[1] - nose);
  const zone = createPlane(oval.width, oval.height);
  for (let y = Math.max(0, Math.floor(nose - soft)); y < oval.height; y++) {
    const below = smoothstep(nose - soft, nose + soft, y);
    for (let i = y * oval.width, end = i + oval.width; i < end; i++) zone.data[i] = oval.data[i] * below;
  }
  return zone;
}

/**
 * Share of what is neither skin nor hair from which a thing before the face begins to hide what is behind it, and
 * fully does.
 */
const COVERED = { from: 0.45, fully: 0.75 };

/** Without what a phone, a mask or a microphone covers: the mesh goes on behind it. */
function uncovered(mask: Plane, parts: FaceRegions['parts']): Plane {
  if (!parts) return mask;
  const data = mask.data.slice();
  for (let i = 0; i < data.length; i++)
    if (data[i] > 0)
      data[i] *= 1 - smoothstep(COVERED.from, COVERED.fully, parts.other.data[i] + parts.clothes.data[i]);
  return { ...mask, data };
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
  const { width, height } = photo;
  const warp = planFaceWarp(face.landmarks, scaling, strength, photo);
  const { parts } = regions;
  const [red, green, blue, skin, eyes, lips, teeth, oval, hair, skinOfParts] = warpFacePlanes(
    [
      ...planesOf(photo),
      ...[regions.skin, regions.eyes, uncovered(regions.lips, parts)],
      ...[uncovered(regions.teeth, parts), regions.oval],
      ...(parts ? [parts.hair, parts.skin] : []),
    ],
    warp,
  );
  const image: PlanarImage = {
    planes: [red.data, green.data, blue.data],
    width,
    height,
  };
  const lab = toLab(image);
  const landmarks = warpLandmarks(face.landmarks, warp);
  return {
    photo: image,
    lab,
    landmarks,
    alpha: cutout.alpha,
    skin: parts ? completedSkin(skin, skinOfParts, lab, [eyes, lips, beardZoneOf(oval, landmarks)]) : skin,
    eyes,
    lips,
    teeth,
    oval,
    hair,
    headUnit: face.headHeightPx / REFERENCE_HEAD_PX,
    width,
    height,
  };
}
