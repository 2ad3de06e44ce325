import { eyeMidpoint, headHeightPx, headPose, landmarkPoint } from '@avatar/face';
import type { FaceLandmarks } from '@avatar/stage';

/** Ratios of a face that was turned to the front by the mesh's own depth. */
export interface FaceShape {
  readonly width: number;
  readonly length: number;
  readonly jaw: number;
  readonly chin: number;
  readonly cheeks: number;
  readonly eyeSize: number;
  readonly eyeOpenness: number;
  /** Degrees, positive where the outer corners are high. */
  readonly eyeTilt: number;
  readonly eyeSpacing: number;
  readonly noseWidth: number;
  readonly noseLength: number;
  readonly noseBridge: number;
  readonly mouthWidth: number;
  readonly lipFullness: number;
  readonly browArch: number;
  /** How far the corners of the mouth stand above its middle, in widths of the mouth. */
  readonly smile: number;
  /** Opening of the mouth, in its widths. */
  readonly mouthOpen: number;
}

type FrontPoint = readonly [x: number, y: number, z: number];

export function measureFaceShape(landmarks: FaceLandmarks): FaceShape {
  const p = turnedToFront(landmarks);
  const flat = (i: number, j: number) => Math.hypot(p(i)[0] - p(j)[0], p(i)[1] - p(j)[1]);
  const y = (i: number) => p(i)[1];
  const width = flat(234, 454);
  const height = Math.abs(y(152) - y(10));
  const mouth = flat(61, 291);
  const eyeWidth = (flat(33, 133) + flat(263, 362)) / 2;
  const arch = (outer: number, inner: number, peak: number) => (y(outer) + y(inner)) / 2 - y(peak);
  return {
    width: width / height,
    length: y(152) / flat(33, 263),
    jaw: flat(172, 397) / width,
    chin: flat(176, 400) / flat(172, 397),
    cheeks: flat(132, 361) / width,
    eyeSize: eyeWidth / width,
    eyeOpenness: (flat(159, 145) + flat(386, 374)) / 2 / eyeWidth,
    eyeTilt: ((tiltOf(p(33), p(133)) + tiltOf(p(263), p(362))) / 2) * (180 / Math.PI),
    eyeSpacing: flat(133, 362) / flat(33, 263),
    noseWidth: flat(129, 358) / width,
    noseLength: (y(2) - y(168)) / height,
    noseBridge: ((p(133)[2] + p(362)[2]) / 2 - p(168)[2]) / width,
    mouthWidth: mouth / width,
    lipFullness: (Math.abs(y(13) - y(0)) + Math.abs(y(17) - y(14))) / height,
    browArch: (arch(70, 107, 105) + arch(300, 336, 334)) / 2 / width,
    smile: ((y(13) + y(14)) / 2 - (y(61) + y(291)) / 2) / mouth,
    mouthOpen: Math.abs(y(14) - y(13)) / mouth,
  };
}

const tiltOf = (outer: FrontPoint, inner: FrontPoint): number =>
  Math.atan2(inner[1] - outer[1], Math.abs(inner[0] - outer[0]));

/** Landmarks in head heights from the eyes' middle, the head's turn taken back; roll is that of the crop: none. */
function turnedToFront(landmarks: FaceLandmarks): (index: number) => FrontPoint {
  const { yawRad, pitchRad } = headPose(landmarks);
  const head = headHeightPx(landmarks);
  const [eyeX, eyeY] = eyeMidpoint(landmarks);
  const [cosY, sinY] = [Math.cos(-yawRad), Math.sin(-yawRad)];
  const [cosP, sinP] = [Math.cos(-pitchRad), Math.sin(-pitchRad)];
  return (index) => {
    const [px, py, pz] = landmarkPoint(landmarks, index);
    const [x, y, z] = [(px - eyeX) / head, (py - eyeY) / head, pz / head];
    const depth = x * sinY + z * cosY;
    return [x * cosY - z * sinY, y * cosP - depth * sinP, y * sinP + depth * cosP];
  };
}
