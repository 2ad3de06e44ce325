import { gaussianBlur, shrink, enlarge, smoothstep } from '@avatar/image';
import type { InkParameters } from '@avatar/styles';
import type { Abstraction } from './abstraction.js';
import type { Canvas } from './canvas.js';
import type { DrawnSubject } from './subject.js';

/** How much darker a line of the photo is than its sides, where ink begins and where it is full; skin is finer. */
const LINE = { from: 0.004, full: 0.016 };
const SKIN_LINE = { from: 0.008, full: 0.024 };
/** Ink is the drawn colour, darker; a trace of its own keeps lines in bright colours calm. */
const INK_CHROMA = 0.25;
const ON_TEETH = 0.2;
const ON_LIPS = 0.6;
/** The outline's width over that of a line, and the opacities of the blurred person between which it lies. */
const OUTLINE = { width: 1.9, full: 0.62, none: 0.86 };

/** Draws ink where the photo has lines, and around the person. */
export function drawInk(
  canvas: Canvas,
  subject: DrawnSubject,
  form: Abstraction,
  { strength, onSkin, widthPx, outline }: InkParameters,
): void {
  const { skin, teeth, lips, headUnit } = subject;
  const alpha = subject.alpha.data;
  const border = borderOf(subject, widthPx * OUTLINE.width * headUnit);
  for (let i = 0; i < alpha.length; i++) {
    if (alpha[i] === 0) continue;
    const k = skin.data[i];
    const value = form.lines[i];
    let ink = 0;
    if (value > LINE.from)
      ink =
        strength * (1 - k) * smoothstep(LINE.from, LINE.full, value) +
        onSkin * k * smoothstep(SKIN_LINE.from, SKIN_LINE.full, value);
    ink *= (1 - (1 - ON_TEETH) * teeth.data[i]) * (1 - (1 - ON_LIPS) * lips.data[i]);
    const edge = outline * smoothstep(OUTLINE.none, OUTLINE.full, border[i]);
    if (edge > ink) ink = edge;
    if (ink <= 0) continue;
    canvas.L[i] *= 1 - ink;
    canvas.a[i] *= 1 - ink * INK_CHROMA;
    canvas.b[i] *= 1 - ink * INK_CHROMA;
  }
}

/** Opacity, blurred so that its inner half is as wide as the outline. Beyond the picture the person goes on. */
function borderOf({ alpha }: DrawnSubject, widthPx: number): Float32Array {
  const half = shrink(alpha, 2);
  return enlarge(gaussianBlur(half, Math.max(0.5, widthPx / 2)), alpha.width, alpha.height, 2).data;
}
