import { createPlane, fillPolygon, rgbToLab, toPlanar } from '@avatar/image';
import type { AlignedFace, Artifacts, Box, FaceLandmarks, FaceRegions, Photo, Plane } from '@avatar/stage';
import { BROWS, EYES, LIPS, OVAL, outlineOf } from './face-outlines.js';
import { syntheticFace, type SyntheticFace, type SyntheticFaceOptions } from './synthetic-face.js';

/** Everything that the stages between `load` and `save` may read, all of one drawn person. */
export type SyntheticArtifacts = Pick<
  Artifacts,
  | 'photo'
  | 'faces'
  | 'inputReport'
  | 'matte'
  | 'face'
  | 'embedding'
  | 'cutout'
  | 'cutoutReport'
  | 'regions'
  | 'background'
  | 'avatar'
>;

/** Crown to chin in the face model's units, hair included. */
const HEAD_HEIGHT = 2.51;

/**
 * Artifacts of a drawn person for tests of single stages. The aligned face is the whole photo at its own scale, so all
 * coordinates agree; the avatar is the aligned face as it is.
 * @throws AvatarError `invalid-options`
 */
export function syntheticArtifacts(options: SyntheticFaceOptions = {}): SyntheticArtifacts {
  const drawn = syntheticFace(options);
  const { image, landmarks, alpha } = drawn;
  const { width, height } = image;
  const face = alignedFace(drawn);
  const vector = new Float32Array(128).fill(1 / Math.sqrt(128));
  return {
    photo: photoOf(drawn),
    faces: { faces: [detectedFace(drawn)], unclear: 0 },
    inputReport: { score: 1, components: [], warnings: [], doubts: [] },
    matte: { alpha, region: { x: 0, y: 0, width, height } },
    face,
    embedding: { vector, modelId: 'sface' },
    cutout: { foreground: face.crop, alpha },
    cutoutReport: { wholeness: 1, threshold: 0.5, parts: {} },
    regions: regionsOf(landmarks, width, skinOf(drawn)),
    background: { kind: 'picture', image: toPlanar({ ...image, data: image.data.slice().fill(170) }) },
    avatar: { image: face.crop, person: alpha, landmarks },
  };
}

const photoOf = ({ image }: SyntheticFace): Photo => ({
  image,
  format: 'png',
  sourceWidth: image.width,
  sourceHeight: image.height,
  scale: 1,
});

const detectedFace = ({ image, landmarks, pose, box }: SyntheticFace) => ({
  box,
  score: 0.99,
  presence: 0.99,
  landmarks,
  pose,
  coverage: headCoverage(box, image.width),
});

/** The box plus 15 % on each side, 40 % above and 5 % below, inside the picture. */
function headCoverage(box: Box, sizePx: number): number {
  const span = (from: number, to: number) => Math.min(to, sizePx) - Math.max(from, 0);
  const width = span(box.x - 0.15 * box.width, box.x + 1.15 * box.width);
  const height = span(box.y - 0.4 * box.height, box.y + 1.05 * box.height);
  return (width * height) / sizePx ** 2;
}

function alignedFace({ image, landmarks, pose, transform, alpha }: SyntheticFace): AlignedFace {
  return {
    crop: toPlanar(image),
    inside: createPlane(image.width, image.height, 1),
    alpha,
    landmarks,
    pose,
    transform: { a: 1, b: 0, tx: 0, ty: 0 },
    headHeightPx: HEAD_HEIGHT * Math.hypot(transform.a, transform.b),
  };
}

/** The colour drawn between the brows: bare skin in every drawn face. */
function skinOf({ image, landmarks }: SyntheticFace): FaceRegions['skinLab'] {
  const [x, y] = outlineOf(landmarks, [9])[0].map((value) =>
    Math.min(Math.max(Math.floor(value), 0), image.width - 1),
  );
  const at = 3 * (y * image.width + x);
  return rgbToLab(image.data[at] / 255, image.data[at + 1] / 255, image.data[at + 2] / 255);
}

function regionsOf(landmarks: FaceLandmarks, sizePx: number, skinLab: FaceRegions['skinLab']): FaceRegions {
  const mask = (...outlines: (readonly number[])[]): Plane => {
    const plane = createPlane(sizePx, sizePx);
    for (const outline of outlines) fillPolygon(plane, outlineOf(landmarks, outline));
    return plane;
  };
  const skin = mask(OVAL);
  for (const outline of [...EYES, ...BROWS, LIPS]) fillPolygon(skin, outlineOf(landmarks, outline), 0);
  return {
    skin,
    eyes: mask(...EYES),
    lips: mask(LIPS),
    teeth: createPlane(sizePx, sizePx),
    oval: mask(OVAL),
    skinLab,
  };
}
