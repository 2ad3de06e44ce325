import { boxBlur, enlarge, shrink, transformScale } from '@avatar/image';
import type { AlignedFace, FaceRegions, PlanarImage, Plane } from '@avatar/stage';
import type { RetouchParameters } from '@avatar/styles';
import { detailLevels, type DetailLevels } from './bands.js';
import { denoise } from './denoise.js';
import { focusMap } from './focus.js';
import { toOpponent, type OpponentImage } from './opponent.js';
import { retouchPortrait } from '../retouch/portrait.js';
import { addedDetail, planSharpening, type SharpeningPlan } from './sharpening.js';

/** Head height that the sizes of the retouching are given for. */
const REFERENCE_HEAD_PX = 416;
/** Wider than this, what a pixel of the photo has become is no longer noise of the camera. */
const MAX_REACH = 4;
/** Skin needs less sharpening than eyes and hair. */
const ON_SKIN = 0.35;
/** Local contrast is raised for differences up to this size: larger ones are light, not structure. */
const MAX_STRUCTURE = 0.1;

export interface EnhanceInput {
  readonly image: PlanarImage;
  readonly alpha: Plane;
  readonly face: AlignedFace;
  readonly regions: FaceRegions;
  readonly retouch: RetouchParameters;
  /** Called between the long steps. */
  readonly checkpoint: () => void;
}

/** The picture at full strength: denoised, retouched, sharpened. Not masked. */
export function enhance(input: EnhanceInput): OpponentImage {
  const { image, alpha, face, regions, retouch, checkpoint } = input;
  const headUnit = face.headHeightPx / REFERENCE_HEAD_PX;
  const reach = Math.min(MAX_REACH, Math.max(1, transformScale(face.transform)));
  const { picture, lumaNoise } = denoise(toOpponent(image), alpha, reach, retouch.denoise);
  checkpoint();
  const levels = detailLevels({ ...picture.Y, data: picture.Y.data.slice() });
  const plan = planSharpening(levels, regions.oval, lumaNoise, retouch.sharpening);
  checkpoint();
  retouchPortrait(picture, levels, {
    landmarks: face.landmarks,
    regions,
    headUnit,
    sharpness: plan.sharpness,
    retouch,
  });
  checkpoint();
  sharpen(picture.Y, levels, plan, input);
  return picture;
}

function sharpen(luma: Plane, levels: DetailLevels, plan: SharpeningPlan, input: EnhanceInput): void {
  const { alpha, face, regions, retouch } = input;
  const { width, height } = luma;
  const { full, small, middle, large } = levels;
  const focus = enlarge(focusMap(face.landmarks, width, height, 8, retouch.focusFalloff), width, height).data;
  const half = shrink({ ...luma, data: full }, 2);
  const local = enlarge(
    boxBlur(half, Math.max(1, Math.round(Math.min(width, height) / 200))),
    width,
    height,
  ).data;
  const [skin, eyes, opacity, lumas] = [regions.skin.data, regions.eyes.data, alpha.data, luma.data];
  const { clarity } = retouch;
  for (let i = 0; i < lumas.length; i++) {
    if (opacity[i] === 0) continue;
    const amount = focus[i] * (1 - skin[i] * (1 - ON_SKIN));
    const added = addedDetail(plan, full[i] - small[i], small[i] - middle[i], middle[i] - large[i]);
    const structure = middle[i] - local[i];
    const bounded =
      structure < -MAX_STRUCTURE ? -MAX_STRUCTURE : structure > MAX_STRUCTURE ? MAX_STRUCTURE : structure;
    lumas[i] += amount * added + clarity * bounded * (1 - skin[i]) * (1 - eyes[i]);
  }
}
