import { mix, smoothstep } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { ToneParameters } from '@avatar/styles';
import { maskedPercentile } from './masked-percentile.js';

/** Lightness of the brightest reference at which a photo counts as under-exposed, and as exposed; where it should be. */
const REFERENCE = { under: 45, exposed: 74, good: 76 };
/** Bright cloth, rim light and windows need not be lit like the face: they count for this much less. */
const ELSEWHERE = 14;
/**
 * A face without any light on it (skin of every tone shines, and eyes have whites) before a bright window is backlit:
 * up to this lightness of its own brightest places, what is elsewhere counts by no more than this above them.
 */
const BACKLIT = { face: 32, lit: 40, more: 6 };
/** Properly exposed, even the darkest skin is about this light: what is darker stands in the shade. */
const DARKEST_SKIN = 30;
/** A merely dim photo of skin that is not dark gets up to this much light, in L, and skin this much darker none. */
const DIM = { under: 60, exposed: 78, lift: 6, darkSkin: 6 };
/** Share of the way to the nearest good lightness: part of the photo's own mood stays. */
const LIFT_SHARE = 0.75;
const DROP_SHARE = 0.7;
const MAX_FACTOR = 4;

/** The parts of the picture that tell how it was exposed; planes of one size. */
export interface ExposureScene {
  /** Lightness of the person. */
  readonly lightness: Plane;
  /** Lightness of the whole crop with its background, and where it shows the photo. */
  readonly scene: Plane;
  readonly inside: Plane;
  /** Opacity of the person. */
  readonly alpha: Plane;
  readonly oval: Plane;
  readonly eyes: Plane;
  readonly teeth: Plane;
}

/**
 * Lightness of what is bright in any well-exposed portrait: the whites of the eyes, teeth, the lights on the skin and,
 * for less, bright cloth and surroundings. It tells dark skin (bright references) from under-exposure (dim ones).
 */
export function referenceLightness(view: ExposureScene): number {
  const light = view.lightness.data;
  const face = Math.max(
    maskedPercentile(light, view.oval, 0.9, 0.99) ?? 0,
    maskedPercentile(light, view.eyes, 0.6, 0.95) ?? 0,
    maskedPercentile(light, view.teeth, 0.6, 0.8) ?? 0,
  );
  const elsewhere = Math.max(
    maskedPercentile(light, view.alpha, 0.9, 0.99) ?? 0,
    maskedPercentile(view.scene.data, view.inside, 0.9, 0.98) ?? 0,
  );
  const trusted = mix(BACKLIT.more, 100, smoothstep(BACKLIT.face, BACKLIT.lit, face));
  return Math.max(face, Math.min(elsewhere - ELSEWHERE, face + trusted));
}

const luminanceOf = (L: number): number => (L > 8 ? ((L + 16) / 116) ** 3 : L / 903.3);
const lightnessOf = (Y: number): number => (Y > 0.008856 ? 116 * Math.cbrt(Y) - 16 : 903.3 * Y);

/** Lightness of the skin in a photo exposed so that its reference is where it should be. */
function exposedByReference(skinL: number, reference: number): number {
  const factor = luminanceOf(REFERENCE.good) / Math.max(luminanceOf(reference), 1e-3);
  return lightnessOf(luminanceOf(skinL) * factor);
}

/**
 * The lightness that skin of lightness `skinL` should get. The photo is exposed by its bright references, never by the
 * skin: dark skin in a photo whose references are bright stays exactly as dark as it is.
 */
export function targetLightness(skinL: number, reference: number, tone: ToneParameters): number {
  const { min, max } = tone.skinLightness;
  if (skinL > max) return skinL - Math.min(tone.maxDrop, DROP_SHARE * (skinL - max));
  const underExposed = 1 - smoothstep(REFERENCE.under, REFERENCE.exposed, reference);
  const missing = LIFT_SHARE * underExposed * (exposedByReference(skinL, reference) - skinL);
  const dim = 1 - smoothstep(DIM.under, DIM.exposed, reference);
  const brighter = dim * DIM.lift * smoothstep(min - DIM.darkSkin, min, skinL);
  const outOfShade = LIFT_SHARE * (DARKEST_SKIN - skinL);
  const lift = Math.min(Math.max(missing, brighter, outOfShade, 0), tone.maxLift, max - skinL);
  return skinL + lift;
}

/** Natural logarithm of the exposure factor in linear light. */
export function exposureLog(skinL: number, reference: number, tone: ToneParameters): number {
  const target = targetLightness(skinL, reference, tone);
  const factor = luminanceOf(target) / Math.max(luminanceOf(skinL), 1e-4);
  return Math.log(Math.min(MAX_FACTOR, Math.max(1 / MAX_FACTOR, factor)));
}

/** Skin that counts when its brightening is measured. */
const MIN_SKIN = 0.7;

/**
 * How much a light would brighten the median of the skin, as a natural logarithm; 0 when it would not. A light that keeps
 * the mean of a face still brightens most of it where a small part falls into deep shadow.
 */
export function skinBrightening(logLuminance: Plane, ratioLog: Plane, skin: Plane): number {
  const lit = new Float32Array(logLuminance.data.length);
  for (let i = 0; i < lit.length; i++) lit[i] = logLuminance.data[i] + ratioLog.data[i];
  const before = maskedPercentile(logLuminance.data, skin, MIN_SKIN, 0.5);
  const after = maskedPercentile(lit, skin, MIN_SKIN, 0.5);
  return before === undefined || after === undefined ? 0 : Math.max(0, after - before);
}
