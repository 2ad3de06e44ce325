import { clamp, createPlane, mix, smoothNoise, smoothstep } from '@avatar/image';
import { abstractionOf } from '../../drawn/abstraction.js';
import type { Canvas } from '../../drawn/canvas.js';
import type { FittedPerson } from '../fitted-person.js';
import { darknessOf } from '../hatch/darkness.js';

/** Softness of the grain, for a head of 480 px, and of what is taken from it so that it does not clump. */
const GRAIN = { seed: 41, fine: 0.85, coarse: 3 };
/** How fast a grain of chalk goes from bare to full. */
const SOFTNESS = 0.22;
/** Lines of the photo, where chalk begins and is full: softer than ink. */
const CONTOUR = { from: 0.006, full: 0.034, strength: 0.85, widthPx: 2.4 };
const EYES = { share: 0.75, from: 0.3, to: 0.85 };
const OPAQUE = { from: 0.3, to: 0.7 };
/** Smooth tone under the grain: chalk that was rubbed. */
const RUBBED = 0.4;
const STRONGEST = 0.95;

/** Chalk, charcoal or a scraped plate: grain that gets denser where it is darker. */
export function drawStipple(person: FittedPerson, checkpoint: () => void): Canvas {
  const { subject, rendering } = person;
  const { alpha, eyes, headUnit, width, height } = subject;
  const { paper, ink } = rendering.colours;
  const form = abstractionOf(subject, CONTOUR.widthPx);
  checkpoint();
  const darkness = darknessOf(person, form);
  const tooth = toothOf(subject, headUnit);
  checkpoint();
  const canvas: Canvas = {
    L: createPlane(width, height).data,
    a: new Float32Array(alpha.data.length),
    b: new Float32Array(alpha.data.length),
  };
  for (let i = 0; i < alpha.data.length; i++) {
    const tone = darkness.data[i];
    const grains = smoothstep(-SOFTNESS, SOFTNESS, tone - tooth[i]) * smoothstep(0.02, 0.12, tone);
    const contour =
      CONTOUR.strength *
      smoothstep(CONTOUR.from, CONTOUR.full, form.lines[i]) *
      smoothstep(OPAQUE.from, OPAQUE.to, alpha.data[i]);
    let covered = Math.max(mix(grains, tone, RUBBED), contour);
    const inEye = EYES.share * eyes.data[i];
    if (inEye > 0) covered = mix(covered, Math.max(contour, smoothstep(EYES.from, EYES.to, tone)), inEye);
    const opacity = STRONGEST * clamp(covered);
    canvas.L[i] = mix(paper[0], ink[0], opacity);
    canvas.a[i] = mix(paper[1], ink[1], opacity);
    canvas.b[i] = mix(paper[2], ink[2], opacity);
  }
  return canvas;
}

/** Thresholds in (0, 1), evenly spread: fine grain without slow changes. */
function toothOf(size: FittedPerson['subject'], headUnit: number): Float32Array {
  const unit = Math.max(0.8, headUnit);
  const fine = smoothNoise(GRAIN.seed, GRAIN.fine * unit, size).data;
  const coarse = smoothNoise(GRAIN.seed, GRAIN.coarse * unit, size).data;
  for (let i = 0; i < fine.length; i++) {
    const value = 1.2 * (fine[i] - 0.5 * coarse[i]);
    // The logistic curve nearest to that of the normal distribution.
    fine[i] = 1 / (1 + Math.exp(-1.702 * value));
  }
  return fine;
}
