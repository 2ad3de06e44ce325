import { mix } from '@avatar/image';
import type { Canvas } from '../../drawn/canvas.js';
import type { FittedPerson } from '../fitted-person.js';

/** Darks sink by this share up to this L; skin does not. */
const DARKS = { share: 0.14, from: 8, to: 46 };
/** Whites of photos are whiter than any paint: above this distance to the examples' lightest they roll off. */
const SHOULDER = 16;
const LEAST_WHITE = 66;
/**
 * Skin that mirrors a lamp is lighter and greyer than any paint for it: above this distance to its middle tone, in L, only
 * a share of the difference stays, and the colour goes back to the skin's own.
 */
const SHINE = { above: 7, share: 0.42, colour: 0.75, fully: 16 };
/** Teeth are ivory. */
const TEETH = { L: 0.9, b: 5 };

/** An oil portrait before the strokes: the examples' colours and tones. The brush comes over the finished picture. */
export function drawPaint({ subject, skin, graded, rendering }: FittedPerson): Canvas {
  const { tone, skin: example } = rendering.colours;
  const lightest = Math.max(tone[19], (example?.tone[6] ?? 0) + 8, LEAST_WHITE);
  const knee = lightest - SHOULDER;
  const canvas: Canvas = { L: graded.L.slice(), a: graded.a.slice(), b: graded.b.slice() };
  const { L, a, b } = canvas;
  for (let i = 0; i < L.length; i++) {
    const onSkin = subject.skin.data[i];
    const inMouth = subject.teeth.data[i];
    const shine = L[i] - skin.L - SHINE.above;
    if (shine > 0 && onSkin > 0) {
      const back = onSkin * SHINE.colour * Math.min(1, shine / SHINE.fully);
      L[i] -= onSkin * shine * (1 - SHINE.share);
      a[i] = mix(a[i], skin.a, back);
      b[i] = mix(b[i], skin.b, back);
    }
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
