import { boxCentre } from './candidate.js';
import type { FaceCandidate, FaceKeypoints } from './face-detector.js';
import type { FaceRun } from './face-run.js';
import { MESH_MARGIN } from '../mesh/mesh.js';
import { headPose } from '../mesh/pose.js';
import { trySquare, type Trial } from './orientation.js';

/** Starts: towards where the face looks in sides of the detector's box, larger by a factor, in radians about upright. */
const SHIFTS = [0, 0.15];
const FACTORS = [1, 1.27];
const TILTS_RAD = [0, Math.PI / 6, -Math.PI / 6];
/** What is found must be a profile: animals, which also change with the start, look at the camera. */
const LEAST_YAW_RAD = (40 * Math.PI) / 180;
const LEAST_SCORE = 0.7;
/** Log-odds of presence at which the mesh is a good one. */
const GOOD = 6;

/** 1 for a face that looks to the right of the picture, as the detector's nose lies beside its ears, -1 to the left. */
const facing = ({ nose, leftEar, rightEar }: FaceKeypoints): number =>
  leftEar && rightEar ? Math.sign(nose[0] - (leftEar[0] + rightEar[0]) / 2) : 0;

/**
 * The better of a trial and of a face in profile. The detector's eyes fall together there, so that their turn is any,
 * and the mesh finds such a face from some starts only. It also finds faces that look the other way, to which the
 * detector's nose objects.
 */
export async function tryProfile(run: FaceRun, candidate: FaceCandidate, trial: Trial): Promise<Trial> {
  const { box, score, keypoints } = candidate;
  const side = facing(keypoints);
  if (score < LEAST_SCORE || side === 0) return trial;
  const [x, y] = boxCentre(box);
  const sidePx = Math.max(box.width, box.height);
  const isProfile = ({ mesh }: Trial) => headPose(mesh.landmarks).yawRad * side >= LEAST_YAW_RAD;
  let best = trial;
  for (const factor of FACTORS)
    for (const shift of SHIFTS)
      for (const angleRad of TILTS_RAD) {
        if (best.last >= GOOD) return best;
        const turned = await trySquare(run, {
          centre: [x + side * shift * sidePx, y],
          sidePx: sidePx * MESH_MARGIN * factor,
          angleRad,
        });
        if (turned.last > best.last && isProfile(turned)) best = turned;
      }
  return best;
}
