import { enlarge, guidedFilter, shrink, smoothstep } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { estimateNoise } from './noise.js';
import type { OpponentImage } from './opponent.js';

/** Standard deviations in [0, 1] between which denoising sets in: below, it is the grain of a good camera. */
const LUMA_NOISE = { from: 0.004, to: 0.012 };
const COLOUR_NOISE = { from: 0.004, to: 0.012 };
/** Differences of this many standard deviations are taken for detail. */
const DETAIL_SIGMAS = 2.5;

export interface DenoiseResult {
  readonly picture: OpponentImage;
  /** Standard deviation of the luma noise that is left. */
  readonly lumaNoise: number;
}

/**
 * Takes the noise of small sensors out: edge-aware smoothing of luma by as much as its noise asks for, and of the
 * colours, where noise is coarser and less detail is at stake, at half resolution and guided by luma.
 * @param reach how many pixels wide a pixel of the photo is in the picture, 1 or more
 */
export function denoise(
  picture: OpponentImage,
  alpha: Plane,
  reach: number,
  strength: number,
): DenoiseResult {
  // Rounded up early: noise of an enlarged photo is smooth from pixel to pixel and would not be seen.
  const stride = Math.max(1, Math.ceil(reach - 0.25));
  const lumaNoise = estimateNoise(picture.Y, alpha, stride);
  const lumaShare = strength * smoothstep(LUMA_NOISE.from, LUMA_NOISE.to, lumaNoise);
  const Y = lumaShare > 0 ? smoothLuma(picture.Y, lumaNoise, reach, lumaShare) : picture.Y;

  const guide = shrink(Y, 2);
  const smoothColour = (plane: Plane): Plane => {
    const noise = estimateNoise(plane, alpha, 2 * stride);
    // What JPEG has made blotches of is no longer seen as noise, but where luma has noise, colours have it too.
    const share = Math.max(lumaShare, strength * smoothstep(COLOUR_NOISE.from, COLOUR_NOISE.to, noise));
    return share > 0 ? smoothChroma(plane, guide, reach, share) : plane;
  };
  return {
    picture: { Y, U: smoothColour(picture.U), V: smoothColour(picture.V) },
    lumaNoise: lumaNoise * (1 - 0.8 * lumaShare),
  };
}

/** Brings `smooth` back towards `plane`, until `share` of the difference is left. Writes into `smooth`. */
function mixed(plane: Plane, smooth: Plane, share: number): Plane {
  const [from, target] = [plane.data, smooth.data];
  for (let i = 0; i < target.length; i++) target[i] = from[i] + (target[i] - from[i]) * share;
  return smooth;
}

function smoothLuma(luma: Plane, noise: number, reach: number, share: number): Plane {
  const epsilon = (DETAIL_SIGMAS * noise) ** 2;
  return mixed(luma, guidedFilter(luma, luma, { radiusPx: 2 * reach, epsilon }), share);
}

function smoothChroma(plane: Plane, guide: Plane, reach: number, share: number): Plane {
  const options = { radiusPx: 3 * reach + 1, epsilon: 0.0012, subsample: 1 };
  const smooth = guidedFilter(guide, shrink(plane, 2), options);
  return mixed(plane, enlarge(smooth, plane.width, plane.height), share);
}
