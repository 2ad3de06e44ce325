import { landmarkPoint, MESH_POINTS } from '@avatar/face';
import {
  defineStage,
  sameSize,
  type AlignedFace,
  type FaceLandmarks,
  type Stage,
  type StageContext,
} from '@avatar/stage';
import { roomForSmile } from './mouth.js';
import { movedPixels } from './moved-pixels.js';
import { faceReshapeSettings, type FaceReshapeOptions, type FaceReshapeSettings } from './options.js';
import { planReshape, type Reshape, type Wish } from './plan-reshape.js';
import { headTurn, turned } from './turn.js';
import { warpMask, warpPicture, warpPoints } from './warp.js';

/** Less of a smile than this is not seen. */
const LEAST_SMILE = 0.03;

/**
 * Gives the aligned face a slight smile, and turns the head a little: a smooth warp of the picture on its mesh, without
 * folds. Matte, mesh and picture move together, so that every later stage sees the new face. Nothing is painted: closed
 * lips stay closed, and a mouth that smiles already moves less, or not at all. Without options, and where nothing is
 * left to do, the face goes through as it is.
 *
 * Warns `expression-changed` and `head-turned`, for the picture then shows what the photo does not, with the smile and
 * the degrees that were done; `expression-kept` where the person smiles already.
 *
 * @throws AvatarError `invalid-options`
 */
export function faceReshape(options: FaceReshapeOptions = {}): Stage<'face', 'face'> {
  const settings = faceReshapeSettings(options);
  return defineStage({
    name: 'face-reshape',
    reads: ['face'],
    writes: ['face'],
    agreements: [sameSize(['face'])],
    run: async ({ face }, context) => {
      context.signal.throwIfAborted();
      const wish = possible(settings, face.landmarks);
      const reshape = wish.smile === 0 && wish.yawRad === 0 ? undefined : planReshape(face.landmarks, wish);
      warnOf(settings, wish, reshape?.share ?? 0, context);
      if (reshape === undefined || reshape.share === 0) return { face };
      return { face: reshaped(face, wish, reshape) };
    },
  });
}

function possible({ smile, yawDeg }: FaceReshapeSettings, landmarks: FaceLandmarks): Wish {
  const more = smile === 0 ? 0 : smile * roomForSmile(landmarks);
  return { smile: more < LEAST_SMILE ? 0 : more, yawRad: (yawDeg * Math.PI) / 180 };
}

function reshaped(face: AlignedFace, { yawRad }: Wish, { grid, share }: Reshape): AlignedFace {
  const moved = movedPixels(grid, face.crop);
  return {
    ...face,
    crop: warpPicture(face.crop, moved),
    inside: warpMask(face.inside, moved),
    alpha: warpMask(face.alpha, moved),
    landmarks: turnedDepth(warpPoints(face.landmarks, grid), face.landmarks, share * yawRad),
  };
}

/** The landmarks with the depth that they have once the head is turned. */
function turnedDepth(moved: FaceLandmarks, before: FaceLandmarks, yawRad: number): FaceLandmarks {
  const turn = headTurn(before, yawRad);
  for (let i = 0; i < MESH_POINTS; i++) moved.points[i * 3 + 2] = turned(turn, landmarkPoint(before, i))[2];
  return moved;
}

function warnOf(settings: FaceReshapeSettings, wish: Wish, share: number, context: StageContext): void {
  const smile = share * wish.smile;
  const yawDeg = share * settings.yawDeg;
  if (smile > 0)
    context.warn({
      code: 'expression-changed',
      message: 'The picture shows more of a smile than the photo does.',
      measured: smile,
    });
  else if (settings.smile > 0)
    context.warn({
      code: 'expression-kept',
      message: 'The mouth smiles or is open already, so the expression stays as the photo has it.',
      measured: smile,
    });
  if (yawDeg !== 0)
    context.warn({
      code: 'head-turned',
      message: 'The head is turned a little farther than in the photo.',
      measured: yawDeg,
    });
}
