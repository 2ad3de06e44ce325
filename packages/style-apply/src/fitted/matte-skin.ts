import { mix } from '@avatar/image';
import type { Canvas } from '../drawn/canvas.js';
import type { DrawnSkin } from '../drawn/skin-measure.js';

/**
 * Skin that mirrors a lamp is lighter and greyer than any paint for it: above this distance to its middle tone, in L, only
 * a share of the difference stays, and the colour goes back to the skin's own.
 */
const SHINE = { above: 7, share: 0.42, colour: 0.75, fully: 16 };

/** L of skin without the light that it mirrors. */
export const mattedLightness = (L: number, skin: DrawnSkin): number => {
  const shine = L - skin.L - SHINE.above;
  return shine > 0 ? L - shine * (1 - SHINE.share) : L;
};

/** Takes the shine from skin, in place. @param mask where skin is, 0 to 1 */
export function matteSkin({ L, a, b }: Canvas, mask: Float32Array, skin: DrawnSkin): void {
  for (let i = 0; i < L.length; i++) {
    const shine = L[i] - skin.L - SHINE.above;
    if (shine <= 0 || mask[i] === 0) continue;
    const back = mask[i] * SHINE.colour * Math.min(1, shine / SHINE.fully);
    L[i] = mix(L[i], mattedLightness(L[i], skin), mask[i]);
    a[i] = mix(a[i], skin.a, back);
    b[i] = mix(b[i], skin.b, back);
  }
}
