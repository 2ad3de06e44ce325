import { createPlane, enlarge, gaussianBlur, shrink, type LabImage } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { GradeParameters } from '@avatar/styles';

type Glow = GradeParameters['glow'];

/** Share of the spilled light that stays off the skin. */
const SKIN_PROTECTION = 0.6;
/** Spilled light is soft: it is worked out on a picture this much smaller. */
const SHRINK = 4;
/** Saturated light looks brighter than its L says (Helmholtz and Kohlrausch): L for each unit of chroma. */
const CHROMA_LIGHTNESS = 0.3;

/** What spills: how much, and with it how much colour. */
interface Spill {
  readonly light: Plane;
  readonly a: Plane;
  readonly b: Plane;
}

function brightParts(lab: LabImage, { threshold, colour = 0 }: Glow): Spill {
  const { width, height } = lab;
  const [L, a, b] = [lab.L, lab.a, lab.b].map((data) => shrink({ data, width, height }, SHRINK));
  const light = createPlane(L.width, L.height);
  for (let i = 0; i < light.data.length; i++) {
    const chroma = colour > 0 ? colour * Math.sqrt(a.data[i] ** 2 + b.data[i] ** 2) : 0;
    const share = Math.max(0, L.data[i] + CHROMA_LIGHTNESS * chroma - threshold) / (100 - threshold);
    light.data[i] = share;
    a.data[i] *= colour * share;
    b.data[i] *= colour * share;
  }
  return { light, a, b };
}

/** Screens the blurred bright parts over the picture, in place. */
export function addGlow(lab: LabImage, skin: Plane, glow: Glow): void {
  const { width, height } = lab;
  const spill = brightParts(lab, glow);
  const spread = (plane: Plane): Float32Array =>
    enlarge(gaussianBlur(plane, (glow.reach * Math.min(width, height)) / SHRINK), width, height, SHRINK).data;
  const light = spread(spill.light);
  const { L, a, b } = lab;
  const onSkin = skin.data;
  for (let i = 0; i < L.length; i++)
    L[i] += (100 - L[i]) * light[i] * glow.strength * (1 - SKIN_PROTECTION * onSkin[i]);
  if (!glow.colour) return;
  const [spreadA, spreadB] = [spread(spill.a), spread(spill.b)];
  for (let i = 0; i < L.length; i++) {
    const share = glow.strength * (1 - SKIN_PROTECTION * onSkin[i]);
    a[i] += spreadA[i] * share;
    b[i] += spreadB[i] * share;
  }
}
