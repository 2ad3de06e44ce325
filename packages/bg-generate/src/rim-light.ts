import type { PlanarImage, Plane, RimLight } from '@avatar/stage';
import { clamp, createPlane, enlarge, gaussianBlur, luma, mapPlane, shrink, smoothstep } from '@avatar/image';

/** The outline is soft: it is measured at half the size. */
const HALF = 2;
/** Blur, as a share of the side, at which the steepness of the outline is measured. */
const OUTLINE_BLUR = 0.009;
/** Cosine of the angle to the light from which on the outline catches it, and from which on in full. */
const FACING = { none: 0.05, full: 0.75 };
/** Steepness of the outline, 1 being a clean cut. What fades out where the photo ends is no outline. */
const STEEPNESS = { fade: 0.16, outline: 0.4 };
/** How quickly the light falls off inwards, and the share and reach of what it still lights further in. */
const FALLOFF = { gain: 1.9, power: 1.5 };
const FURTHER = { share: 0.2, reach: 2.5 };
/** Lowest and highest brightness of a detail against its surroundings that counts: strands glint, gaps between them do not. */
const TEXTURE = { min: 0.3, max: 2.2, floor: 0.05, blur: 0.015 };
/** Light that is left where hardly anything covers the background: a soft fringe would shine as a line. */
const FRINGE = 0.3;

/** How the opacity falls at each point of a plane that was blurred by `sigma`: towards where, and how steeply; 1 is a clean cut. */
function slopes({ data, width, height }: Plane, sigma: number) {
  const across = createPlane(width, height);
  const down = createPlane(width, height);
  const steepness = createPlane(width, height);
  const clean = sigma * Math.sqrt(2 * Math.PI);
  for (let y = 0, i = 0; y < height; y++) {
    const above = y > 0 ? width : 0;
    const below = y < height - 1 ? width : 0;
    for (let x = 0; x < width; x++, i++) {
      const dx = (data[i - (x > 0 ? 1 : 0)] - data[i + (x < width - 1 ? 1 : 0)]) / 2;
      const dy = (data[i - above] - data[i + below]) / 2;
      const slope = Math.sqrt(dx * dx + dy * dy);
      if (slope < 1e-5) continue;
      across.data[i] = dx / slope;
      down.data[i] = dy / slope;
      steepness.data[i] = slope * clean;
    }
  }
  return { across, down, steepness };
}

/** 1 near a real outline, 0 near a slow fade, and between for what is between; as far as `sigma` reaches. */
function nearOutline(alpha: Plane, sigma: number): Plane {
  const outlineSigma = Math.max(0.5, OUTLINE_BLUR * alpha.width);
  const { steepness } = slopes(gaussianBlur(alpha, outlineSigma), outlineSigma);
  const real = mapPlane(steepness, (value) => value * smoothstep(STEEPNESS.fade, STEEPNESS.outline, value));
  const around = gaussianBlur(steepness, sigma).data;
  return mapPlane(gaussianBlur(real, sigma), (value, i) => (value > 1e-4 ? value / around[i] : 0));
}

/** How much each place faces the light, 0 to 1. */
function facing(alpha: Plane, side: number, sigma: number): Plane {
  const { across, down } = slopes(gaussianBlur(alpha, Math.max(sigma, OUTLINE_BLUR * alpha.width)), sigma);
  const lightAcross = clamp(side, -1, 1);
  const lightDown = -Math.sqrt(1 - lightAcross * lightAcross);
  return mapPlane(across, (value, i) =>
    smoothstep(FACING.none, FACING.full, value * lightAcross + down.data[i] * lightDown),
  );
}

/** 1 at the outline, falling to 0 inside, from the opacity around. */
const nearness = (around: number): number => clamp(FALLOFF.gain * (1 - around)) ** FALLOFF.power;

/**
 * Where a light behind the person catches their outline, 0 to 1: on the side that faces it, brightest at the very edge, and
 * brighter on strands than between them. Nothing is lit inside the person or around them.
 */
export function rimPlane(image: PlanarImage, alpha: Plane, { side, reach }: RimLight): Plane {
  const { width, height } = alpha;
  const small = shrink(alpha, HALF);
  const sigma = Math.max(0.5, clamp(reach, 0.001, 0.1) * small.width);
  const lit = facing(small, side, sigma);
  const outline = nearOutline(small, sigma).data;
  const near = gaussianBlur(small, sigma).data;
  const further = gaussianBlur(small, sigma * FURTHER.reach).data;
  const edge = mapPlane(lit, (value, i) => {
    if (value === 0) return 0;
    const closeness = (1 - FURTHER.share) * nearness(near[i]) + FURTHER.share * nearness(further[i]);
    return value * outline[i] * closeness;
  });
  return textured(image, alpha, enlarge(edge, width, height, HALF));
}

/** `rim` weighted with the person's own detail and opacity, in place. */
function textured(image: PlanarImage, { data: opacity }: Plane, rim: Plane): Plane {
  const light = luma(image);
  const smooth = gaussianBlur(light, TEXTURE.blur * light.width).data;
  const { data } = rim;
  for (let i = 0; i < data.length; i++) {
    if (data[i] <= 0) continue;
    const detail = (light.data[i] + TEXTURE.floor) / (smooth[i] + TEXTURE.floor);
    const cover = FRINGE + (1 - FRINGE) * opacity[i];
    data[i] = clamp(data[i] * cover * clamp(detail, TEXTURE.min, TEXTURE.max));
  }
  return rim;
}
