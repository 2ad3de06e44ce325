import type { Canvas } from '../../drawn/canvas.js';
import type { FittedPerson } from '../fitted-person.js';
import { matteSkin } from '../matte-skin.js';

/** Darks sink by this share up to this L; skin does not. */
const DARKS = { share: 0.14, from: 8, to: 46 };
/** Whites of photos are whiter than any paint: above this distance to the examples' lightest they roll off. */
const SHOULDER = 16;
const LEAST_WHITE = 66;
/** Teeth are ivory. */
const TEETH = { L: 0.9, b: 5 };

/** An oil portrait before the strokes: the examples' colours and tones. The brush comes over the finished picture. */
export function drawPaint({ subject, skin, graded, rendering }: FittedPerson): Canvas {
  const { tone, skin: example } = rendering.colours;
  const lightest = Math.max(tone[19], (example?.tone[6] ?? 0) + 8, LEAST_WHITE);
  const knee = lightest - SHOULDER;
  const canvas: Canvas = { L: graded.L.slice(), a: graded.a.slice(), b: graded.b.slice() };
  matteSkin(canvas, subject.skin.data, skin);
  const { L, b } = canvas;
  for (let i = 0; i < L.length; i++) {
    const onSkin = subject.skin.data[i];
    const inMouth = subject.teeth.data[i];
    if (L[i] < DARKS.to) {
      const way = Math.min(1, (DARKS.to - L[i]) / (DARKS.to - DARKS.from));
      L[i] -= DARKS.share * L[i] * way * (1 - onSkin);
    }
    L[i] *= 1 - (1 - TEETH.L) * inMouth;
    b[i] += TEETH.b * inMouth;
    if (L[i] > knee) L[i] = knee + SHOULDER * (1 - Math.exp((knee - L[i]) / (SHOULDER + 2)));
  }
  return canvas;
}
