import type { BrowShape } from '@avatar/character';
import { knotCurve } from '@avatar/vector';
import { pointOn, smoothCurve } from '../render/curve.js';
import { Material } from '../render/materials.js';
import { clamp, mix, smoothstep, type Vec3 } from '../render/maths.js';
import { sweepTube } from '../render/tube.js';
import { linear, dimmed } from './colours.js';
import type { Figure } from './figure.js';

/** Height over the line from end to end at five places, and thickness along it. */
interface BrowForm {
  readonly rise: readonly [number, number, number, number, number];
  readonly thickness: (t: number) => number;
  /** Strands that stick out, factor. */
  readonly wild: number;
}

const taper = (t: number): number =>
  t < 0.2
    ? 0.34 + 0.66 * Math.sin((t / 0.2) * (Math.PI / 2))
    : t < 0.5
      ? 1
      : Math.max(0.04, (1 - t) / 0.5) ** 0.75;
const FORMS: Readonly<Record<BrowShape, BrowForm>> = {
  straight: { rise: [0, 0.01, 0.018, 0.016, 0.004], thickness: taper, wild: 0.8 },
  angled: { rise: [0, 0.036, 0.082, 0.086, 0.03], thickness: taper, wild: 0.8 },
  arched: { rise: [0, 0.055, 0.09, 0.07, -0.012], thickness: (t) => taper(t) * 0.9, wild: 0.5 },
  soft: { rise: [0, 0.034, 0.054, 0.04, -0.008], thickness: taper, wild: 0.6 },
  bushy: { rise: [0, 0.026, 0.042, 0.03, -0.012], thickness: (t) => taper(t) * 1.2, wild: 1.5 },
};

/** Brows: a flat body on the bone, and strands along it. */
export function buildBrows(figure: Figure): void {
  const { character, expression, asymmetry, masculine } = figure.rig.person;
  const { brows } = character;
  const { eye } = figure.face;
  const form = FORMS[brows.shape];
  const colour = linear(brows.hex);
  const half = mix(0.022, 0.058, brows.thickness);
  for (const side of [-1, 1] as const) {
    const skew = expression.skew * (side > 0 ? 0.05 : -0.02);
    const y0 =
      figure.rig.proportions.browY -
      0.03 * (1 - masculine) -
      expression.brow * 0.11 -
      skew +
      asymmetry.brow * side * 0.5;
    const from = Math.max(0.115, eye.centre[0] - 0.3);
    const to = eye.centre[0] + 0.3;
    const rise = knotCurve([0, 0.25, 0.5, 0.75, 1], form.rise);
    const line = Array.from({ length: 12 }, (_, i): Vec3 => {
      const t = i / 11;
      const x = side * mix(from, to, t);
      const lift = rise(t) * (0.5 + brows.arch);
      const y = y0 - lift + 0.012 * t * t + expression.browTilt * (1 - t) * (1 - 0.4 * t);
      return [x, y, figure.headSurface.frontAt(x, y) + 0.024];
    });
    const outward = (p: Vec3): Vec3 => [p[0] * 0.45, -0.1, 1];
    figure.mesh.begin('brows', Material.ShortHair, figure.headFrame);
    sweepTube(figure.mesh, line, {
      width: (t) => half * form.thickness(t),
      flatness: 0.5,
      outward,
      colour: () => colour,
      rest: (at) => [at.around * 15 + at.along * 12, at.along * 4, 0],
      around: 12,
      rings: 30,
    });
    strands(figure, smoothCurve(line, 30), half, form, side, colour);
  }
}

function strands(
  figure: Figure,
  line: readonly Vec3[],
  half: number,
  form: BrowForm,
  side: number,
  colour: Vec3,
): void {
  const random = figure.rig.person.random(side > 0 ? 81 : 82);
  const count = 34;
  for (let i = 0; i < count; i++) {
    const t = clamp((0.9 * i) / (count - 1) + (random() - 0.5) * 0.05);
    const root = pointOn(line, t);
    const ahead = pointOn(line, Math.min(1, t + 0.12));
    const across = (random() * 1.5 - 0.75) * half * form.thickness(t);
    const up = mix(0.9, -0.35, smoothstep(0.05, 0.7, t)) * half * form.wild;
    const reach = mix(0.5, 1.25, smoothstep(0, 0.25, t));
    const at = (k: number): Vec3 => [
      mix(root[0], ahead[0], k * reach),
      mix(root[1], ahead[1], k * reach) + across - up * k * (across < 0 ? 1.1 : 0.4),
      mix(root[2], ahead[2], k * reach) + 0.016 * Math.sin(Math.PI * (0.25 + 0.6 * k)),
    ];
    const tone = 0.85 + 0.3 * random();
    sweepTube(figure.mesh, [at(0), at(0.5), at(1)], {
      width: (k) => half * 0.13 * Math.sin(Math.PI * clamp(0.2 + 0.78 * k)),
      flatness: 0.7,
      outward: () => [0, 0, 1],
      colour: () => dimmed(colour, tone),
      rest: () => [i * 3.7, t, 0],
      around: 5,
      rings: 5,
    });
  }
}
