import { mix } from '@avatar/image';
import type { Abstraction } from './abstraction.js';
import type { Canvas } from './canvas.js';
import { celTable, celTone, type CelStep } from './cel-table.js';
import type { DrawnSubject } from './subject.js';

/** Distance of the tones of cloth in L, and half the width of their borders. */
const TONE = 9;
const SOFTNESS = { flat: 1.3, soft: 4.5 };
/** Share of the flat tones; the rest of the shading stays soft. */
const FLATNESS = 0.8;
const CONTRAST = 1.12;
/** Buttons, seams and prints: share of what is finer than the tones, and its bounds in L. */
const DETAIL = { share: 0.6, darkest: -12, lightest: 10 };

/** Everybody's clothes, hats and glasses: flat tones along the folds, over the whole person. The start of the drawing. */
export function paintClothes(
  subject: DrawnSubject,
  form: Abstraction,
  saturation: number,
  softness: number,
): Canvas {
  const { lab, alpha, oval } = subject;
  const canvas: Canvas = { L: lab.L.slice(), a: lab.a.slice(), b: lab.b.slice() };
  const steps: CelStep[] = [];
  for (let L = TONE; L <= 100; L += TONE) steps.push({ from: L - TONE / 2, value: L });
  const tones = celTable(0, steps, mix(SOFTNESS.flat, SOFTNESS.soft, softness), [0, 100]);
  for (let i = 0; i < canvas.L.length; i++) {
    if (alpha.data[i] === 0) continue;
    const L = form.along[i] * 100;
    const flat = L + (celTone(tones, L) - L) * FLATNESS;
    const finer = (form.fine[i] - form.along[i]) * 100 * DETAIL.share;
    const detail =
      finer < DETAIL.darkest ? DETAIL.darkest : finer > DETAIL.lightest ? DETAIL.lightest : finer;
    canvas.L[i] = 50 + (flat - 50) * CONTRAST + detail;
    // What is not skin in the face is brows, beard and shade: not cloth, and not to be more colourful.
    const chroma = saturation + (1 - saturation) * oval.data[i];
    canvas.a[i] = form.a[i] * chroma;
    canvas.b[i] = form.b[i] * chroma;
  }
  return canvas;
}
