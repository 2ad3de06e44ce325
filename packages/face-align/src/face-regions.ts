import {
  createPlane,
  cutPlanar,
  cutPlane,
  enlarge,
  gaussianBlur,
  guidedFilter,
  luma,
  mapPlanes,
  shrink,
  smoothstep,
  toLab,
  shortSide,
} from '@avatar/image';
import { PERSON_PARTS_MODEL_ID, transformLandmarks } from '@avatar/face';
import { recordedUse } from '@avatar/models';
import {
  defineStage,
  sameSize,
  type AlignedFace,
  type Box,
  type Cutout,
  type FaceRegions,
  type Plane,
  type Stage,
} from '@avatar/stage';
import { drawBareFace, drawFeatures, drawParts } from './face-outlines.js';
import { type FaceRegionsOptions, modelsForParts } from './options.js';
import { findPartShares } from './part-shares.js';
import { personParts } from './person-parts.js';
import { skinArea } from './skin-area.js';
import { skinLikelihood } from './skin-mask.js';
import { skinPrior } from './skin-prior.js';
import { visibleSkin } from './visible-skin.js';

/** In half-size pixels at 800 px full size: noise of the likelihood that is not an edge. */
const SMOOTHING_SIGMA = 1.5;
/** In pixels at 800 px. */
const EDGE_RADIUS = 12;
const EDGE_EPSILON = 1e-3;
const EDGE_SUBSAMPLE = 4;
/** Half size and the filter's own subsampling must fall on the same pixels in the area as in the whole square. */
const GRID_PX = 2 * EDGE_SUBSAMPLE;
/** How far, in pixels at 800 px, smoothing and filter carry the likelihood out of where it can be. */
const REACH_PX = 2 * EDGE_RADIUS + 6 * SMOOTHING_SIGMA;
/** The likelihood falls short of 1 on real skin. */
const SKIN_GAIN = 1.25;
/** Skin of the parts that begins to confirm the mask, and that fully does. */
const CONFIRMED = { from: 0.1, fully: 0.6 };

/** Follows the picture's edges and brings the half-size likelihood to full size. */
function sharpened(likelihood: Plane, guide: Plane, pixel: number): Plane {
  const smooth = gaussianBlur(likelihood, SMOOTHING_SIGMA * pixel);
  return guidedFilter(guide, enlarge(smooth, guide.width, guide.height), {
    radiusPx: EDGE_RADIUS * pixel,
    epsilon: EDGE_EPSILON,
    subsample: EDGE_SUBSAMPLE,
  });
}

/** The whole square's mask: what was found in `area`, kept off eyes and lips. */
function skinMask(found: Plane, area: Box, eyes: Plane, lips: Plane): Plane {
  const skin = createPlane(eyes.width, eyes.height);
  for (let y = 0, i = 0; y < found.height; y++)
    for (let x = 0, o = (area.y + y) * skin.width + area.x; x < found.width; x++, i++, o++) {
      const value = found.data[i] * SKIN_GAIN;
      if (value > 0) skin.data[o] = (value > 1 ? 1 : value) * (1 - eyes.data[o]) * (1 - lips.data[o]);
    }
  return skin;
}

function regionsOf(face: AlignedFace, cutout: Cutout): FaceRegions {
  const pixel = shortSide(face.crop) / 800;
  const parts = drawParts(face.landmarks, face.crop, face.headHeightPx);
  const area = skinArea(face.landmarks, face.crop, { marginPx: REACH_PX * pixel, gridPx: GRID_PX });
  const toHalf = { a: 0.5, b: 0, tx: -area.x / 2, ty: -area.y / 2 };
  const landmarks = transformLandmarks(face.landmarks, toHalf);
  const headHeightPx = face.headHeightPx / 2;
  const picture = cutPlanar(cutout.foreground, area);
  const lab = toLab(mapPlanes(picture, (plane) => shrink(plane, 2)));
  const { width, height } = lab;
  const colour = visibleSkin(lab, drawBareFace(landmarks, width, height), landmarks);
  const likelihood = skinLikelihood({
    lab,
    colour,
    oval: shrink(cutPlane(parts.oval, area), 2),
    features: drawFeatures(landmarks, width, height, headHeightPx),
    prior: skinPrior(landmarks, width, height),
    alpha: shrink(cutPlane(cutout.alpha, area), 2),
    landmarks,
    headHeightPx,
  });
  const found = sharpened(likelihood, luma(picture), pixel);
  return {
    ...parts,
    skin: skinMask(found, area, parts.eyes, parts.lips),
    skinLab: [colour.L.median, colour.a.median, colour.b.median],
  };
}

/** Keeps the mask where the model sees skin too: hair that has the skin's colour is not skin. */
function confirmed(mask: Plane, skin: Plane): Plane {
  const result = createPlane(mask.width, mask.height);
  for (let i = 0; i < result.data.length; i++)
    if (mask.data[i] > 0)
      result.data[i] = mask.data[i] * smoothstep(CONFIRMED.from, CONFIRMED.fully, skin.data[i]);
  return result;
}

/**
 * Soft masks of skin, eyes, lips, teeth and the face oval, and the colour of the skin.
 *
 * With `parts`, MediaPipe's multiclass selfie segmentation also tells hair, skin, clothes and the rest apart, and what
 * it does not take for skin leaves the skin mask.
 *
 * @throws AvatarError `invalid-options`; with `parts` also `model-unavailable`, `inference-failed`
 */
export function faceRegions(options?: FaceRegionsOptions): Stage<'face' | 'cutout', 'regions'> {
  const models = modelsForParts(options);
  return defineStage({
    name: 'face-regions',
    reads: ['face', 'cutout'],
    writes: ['regions'],
    agreements: [sameSize(['face', 'cutout', 'regions'])],
    models: models === undefined ? [] : [PERSON_PARTS_MODEL_ID],
    run: async ({ face, cutout }, context) => {
      const { signal } = context;
      signal.throwIfAborted();
      const regions = regionsOf(face, cutout);
      if (models === undefined) return { regions };
      const shares = await findPartShares(face.crop, recordedUse(models, context), signal);
      const parts = personParts(shares, luma(cutout.foreground), cutout.alpha);
      return { regions: { ...regions, skin: confirmed(regions.skin, parts.skin), parts } };
    },
  });
}
