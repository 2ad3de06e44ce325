import {
  createPlane,
  enlarge,
  gaussianBlur,
  guidedFilter,
  luma,
  mapPlanes,
  shrink,
  toLab,
} from '@avatar/image';
import { transformLandmarks } from '@avatar/face';
import {
  defineStage,
  type AlignedFace,
  type Cutout,
  type FaceRegions,
  type Plane,
  type Stage,
} from '@avatar/stage';
import { drawOutlines } from './face-outlines.js';
import { skinLikelihood } from './skin-mask.js';
import { skinPrior } from './skin-prior.js';
import { sampleSkin } from './skin-samples.js';

/** Lengths below are for a square of this side. */
const REFERENCE_SIZE_PX = 800;
const HALF = { a: 0.5, b: 0, tx: 0, ty: 0 };
/** The likelihood falls short of 1 on real skin. */
const SKIN_GAIN = 1.25;

/** Follows the picture's edges and brings the half-size likelihood to full size. */
function sharpenedSkin(likelihood: Plane, guide: Plane, pixel: number): Plane {
  const input = enlarge(gaussianBlur(likelihood, 3 * pixel), guide.width, guide.height);
  const filtered = guidedFilter(guide, input, { radiusPx: 24 * pixel, epsilon: 1e-3 });
  const skin = createPlane(guide.width, guide.height);
  for (let i = 0; i < skin.data.length; i++) {
    const value = filtered.data[i] * SKIN_GAIN;
    skin.data[i] = value < 0 ? 0 : value > 1 ? 1 : value;
  }
  return skin;
}

function regionsOf(face: AlignedFace, cutout: Cutout): FaceRegions {
  const { width, height } = face.crop;
  const halfSize = Math.ceil(width / 2);
  const pixel = halfSize / REFERENCE_SIZE_PX;
  const landmarks = transformLandmarks(face.landmarks, HALF);
  const headHeightPx = face.headHeightPx / 2;
  const lab = toLab(mapPlanes(cutout.foreground, (plane) => shrink(plane, 2)));
  const outlines = drawOutlines(landmarks, halfSize, headHeightPx, pixel);
  const colour = sampleSkin(lab, outlines.bare);
  const likelihood = skinLikelihood({
    lab,
    colour,
    outlines,
    prior: skinPrior(landmarks, halfSize),
    alpha: shrink(cutout.alpha, 2),
    landmarks,
    headHeightPx,
  });
  const fullSize = (plane: Plane) => enlarge(plane, width, height);
  return {
    skin: sharpenedSkin(likelihood, luma(cutout.foreground), pixel),
    eyes: fullSize(outlines.eyes),
    lips: fullSize(outlines.lips),
    teeth: fullSize(outlines.teeth),
    oval: fullSize(outlines.oval),
    skinLab: [colour.L.median, colour.a.median, colour.b.median],
  };
}

/** Soft masks of skin, eyes, lips, teeth and the face oval, and the colour of the skin. */
export function faceRegions(): Stage<'face' | 'cutout', 'regions'> {
  return defineStage({
    name: 'face-regions',
    reads: ['face', 'cutout'],
    writes: ['regions'],
    run: ({ face, cutout }, { signal }) => {
      signal.throwIfAborted();
      return Promise.resolve({ regions: regionsOf(face, cutout) });
    },
  });
}
