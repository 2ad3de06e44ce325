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
import { drawBareFace, drawFeatures, drawParts } from './face-outlines.js';
import { skinLikelihood } from './skin-mask.js';
import { skinPrior } from './skin-prior.js';
import { sampleSkin } from './skin-samples.js';

/** In half-size pixels at 800 px full size: noise of the likelihood that is not an edge. */
const SMOOTHING_SIGMA = 1.5;
/** In pixels at 800 px. */
const EDGE_RADIUS = 12;
const EDGE_EPSILON = 1e-3;
const EDGE_SUBSAMPLE = 4;
const HALF = { a: 0.5, b: 0, tx: 0, ty: 0 };
/** The likelihood falls short of 1 on real skin. */
const SKIN_GAIN = 1.25;

/** Follows the picture's edges, brings the half-size likelihood to full size, and keeps off eyes and lips. */
function sharpenedSkin(likelihood: Plane, guide: Plane, eyes: Plane, lips: Plane): Plane {
  const pixel = guide.width / 800;
  const smooth = gaussianBlur(likelihood, SMOOTHING_SIGMA * pixel);
  const input = enlarge(smooth, guide.width, guide.height);
  const filtered = guidedFilter(guide, input, {
    radiusPx: EDGE_RADIUS * pixel,
    epsilon: EDGE_EPSILON,
    subsample: EDGE_SUBSAMPLE,
  });
  const skin = createPlane(guide.width, guide.height);
  for (let i = 0; i < skin.data.length; i++) {
    const value = filtered.data[i] * SKIN_GAIN;
    if (value > 0) skin.data[i] = (value > 1 ? 1 : value) * (1 - eyes.data[i]) * (1 - lips.data[i]);
  }
  return skin;
}

function regionsOf(face: AlignedFace, cutout: Cutout): FaceRegions {
  const sizePx = face.crop.width;
  const parts = drawParts(face.landmarks, sizePx, face.headHeightPx);
  const landmarks = transformLandmarks(face.landmarks, HALF);
  const halfSizePx = Math.ceil(sizePx / 2);
  const headHeightPx = face.headHeightPx / 2;
  const lab = toLab(mapPlanes(cutout.foreground, (plane) => shrink(plane, 2)));
  const colour = sampleSkin(lab, drawBareFace(landmarks, halfSizePx));
  const likelihood = skinLikelihood({
    lab,
    colour,
    oval: shrink(parts.oval, 2),
    features: drawFeatures(landmarks, halfSizePx, headHeightPx),
    prior: skinPrior(landmarks, halfSizePx),
    alpha: shrink(cutout.alpha, 2),
    landmarks,
    headHeightPx,
  });
  return {
    ...parts,
    skin: sharpenedSkin(likelihood, luma(cutout.foreground), parts.eyes, parts.lips),
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
