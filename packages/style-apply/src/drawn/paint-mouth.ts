import { clamp, mix, smoothstep } from '@avatar/image';
import type { Abstraction } from './abstraction.js';
import { lay, type Canvas } from './canvas.js';
import type { DrawnSkin } from './skin-measure.js';
import type { DrawnSubject } from './subject.js';

/** Between the lips, lighter than this is teeth, in units of the relit photo's lightness. */
const TEETH = { from: 0.4, to: 0.58 };
/** Teeth in L: a little darker in a darker face. */
const TEETH_L = { base: 68, ofSkin: 0.3, most: 94 };
/** One white shape, or teeth that keep half of their own shading. */
const TEETH_OPACITY = { flat: 0.9, soft: 0.5 };
/** Lips are drawn paler than they are: share of the way from their own to the skin's lightness and colour. */
const LIPS = { L: 0.35, colour: 0.3, a: 5 };

/** Lips in one tone near the skin's, teeth as one light shape. */
export function paintMouth(
  canvas: Canvas,
  subject: DrawnSubject,
  form: Abstraction,
  skin: DrawnSkin,
  softness: number,
): void {
  const { lips, teeth } = subject;
  const teethL = Math.min(TEETH_L.most, TEETH_L.base + skin.L * TEETH_L.ofSkin);
  for (let i = 0; i < lips.data.length; i++) {
    const onLips = lips.data[i];
    if (onLips <= 0.02) continue;
    const inside = teeth.data[i];
    const L = form.fine[i] * 100;
    const lip = onLips * (1 - inside);
    if (lip > 0) {
      const dark = clamp((skin.L - L) / 60);
      lay(
        canvas,
        i,
        L + (skin.L - L) * LIPS.L * (1 - dark),
        form.a[i] + (skin.a - form.a[i]) * LIPS.colour + LIPS.a,
        form.b[i] + (skin.b - form.b[i]) * LIPS.colour,
        lip,
      );
    }
    const tooth = inside * smoothstep(TEETH.from, TEETH.to, form.fine[i]);
    if (tooth > 0)
      lay(canvas, i, teethL, 0, 4, tooth * mix(TEETH_OPACITY.flat, TEETH_OPACITY.soft, softness));
  }
}
