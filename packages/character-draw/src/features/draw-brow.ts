import type { BrowShape } from '@avatar/character';
import { mix } from '@avatar/image';
import type { WidthProfile } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import { eyeShape, type Side } from './eye-shape.js';

interface BrowCurve {
  /** Centre line: place from the inner to the outer end, height in arches. */
  readonly line: readonly (readonly [place: number, height: number])[];
  readonly weight: WidthProfile;
  readonly thickness: number;
}

/** A soft start, full from `from` on, thinning out after `to`. */
const grown =
  (from: number, to: number, power: number): WidthProfile =>
  (t) =>
    t < from ? 0.42 + 0.58 * (t / from) ** 0.8 : t < to ? 1 : Math.max(0, (1 - t) / (1 - to)) ** power;

const BROWS: Readonly<Record<BrowShape, BrowCurve>> = {
  straight: {
    line: [
      [0, 0.16],
      [0.3, -0.14],
      [0.62, -0.34],
      [0.86, -0.12],
      [1, 0.42],
    ],
    weight: grown(0.24, 0.56, 0.72),
    thickness: 1.1,
  },
  angled: {
    line: [
      [0, 0.2],
      [0.3, -0.16],
      [0.64, -0.72],
      [0.86, -0.3],
      [1, 0.4],
    ],
    weight: grown(0.26, 0.6, 0.78),
    thickness: 1.06,
  },
  arched: {
    line: [
      [0, 0.05],
      [0.3, -0.5],
      [0.6, -1],
      [0.84, -0.55],
      [1, 0.3],
    ],
    weight: grown(0.2, 0.4, 0.85),
    thickness: 0.8,
  },
  soft: {
    line: [
      [0, 0.2],
      [0.3, -0.4],
      [0.6, -0.62],
      [0.86, -0.25],
      [1, 0.4],
    ],
    weight: grown(0.22, 0.52, 0.8),
    thickness: 0.9,
  },
  bushy: {
    line: [
      [0, 0.1],
      [0.3, -0.2],
      [0.6, -0.4],
      [0.86, -0.12],
      [1, 0.55],
    ],
    weight: grown(0.16, 0.66, 0.7),
    thickness: 1.18,
  },
};

export function drawBrow(scene: Scene, side: Side): void {
  const { rig, palette, person } = scene;
  const { brows } = person.character;
  const { expression, masculine, asymmetry } = person;
  const eye = eyeShape(rig, side, scene.isInked);
  const curve = BROWS[brows.shape];
  const skew = expression.skew * (side > 0 ? 0.45 : -0.18);
  const raise = expression.brow + skew;
  const y = rig.proportions.browY + 0.02 + 0.05 * masculine - raise * 0.11 + side * asymmetry.brow * 0.5;
  const arch = mix(0.03, 0.09, brows.arch);
  const thickness =
    mix(0.024, 0.08, brows.thickness) * scene.ifInked(0.84, 1) * curve.thickness * (1 + 0.1 * masculine);
  const inner = eye.x - mix(0.26, 0.3, masculine);
  const outer = eye.x + mix(0.33, 0.36, masculine);
  const tail = expression.browTilt > 0.05 ? -0.035 : 0;
  const heightAt = (t: number, arches: number) =>
    y + arches * arch + (1 - t) * expression.browTilt + t * tail + (t > 0.95 ? 0.02 : 0);
  const on = (t: number, dy: number) => rig.onFace(side * mix(inner, outer, t), dy, 0.02);
  scene.stroke(
    curve.line.map(([t, arches]) => on(t, heightAt(t, arches))),
    thickness * 1.24 * 116,
    palette.brow,
    { taper: curve.weight, opacity: scene.ifInked(0.97, 1) },
  );
  drawBristles(scene, curve, thickness, heightAt, on);
}

/** Single hairs break the upper edge: many in bushy brows, some at the inner end of others. */
function drawBristles(
  scene: Scene,
  { line }: BrowCurve,
  thickness: number,
  heightAt: (t: number, arches: number) => number,
  on: (t: number, dy: number) => readonly [number, number, (boolean | undefined)?],
): void {
  const { shape, thickness: wanted } = scene.character.brows;
  const isBushy = shape === 'bushy';
  if (!isBushy && wanted < 0.45) return;
  const archesAt = (t: number) => {
    const next = Math.max(
      1,
      line.findIndex(([place]) => place >= t),
    );
    const [t0, h0] = line[next - 1];
    const [t1, h1] = line[next];
    return mix(h0, h1, (t - t0) / (t1 - t0));
  };
  const count = isBushy ? 11 : 5;
  for (let i = 0; i < count; i++) {
    const t = isBushy ? (i / count) * 0.86 : 0.01 + i * 0.07;
    const lean = isBushy ? 0.08 : 0.055 + 0.01 * i;
    const rise = thickness * (isBushy ? 0.95 + 0.3 * Math.abs(Math.sin(i * 5)) : 0.74 - 0.05 * i);
    scene.stroke(
      [
        on(t, heightAt(t, archesAt(t)) + thickness * 0.2),
        on(t + lean, heightAt(t + lean, archesAt(t + lean)) - rise),
      ],
      isBushy ? 5 : 3.4,
      scene.palette.brow,
      { taper: 'out' },
    );
  }
}
