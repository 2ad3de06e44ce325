import { moustacheForm } from '../../../features/moustache-form.js';
import { linear } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { Material } from '../render/materials.js';
import { clamp, lineNoise, mix, mixVec, smoothstep, type Vec3 } from '../render/maths.js';
import { laySheet } from '../render/sheet.js';
import { sweepTube } from '../render/tube.js';

const COLUMNS = 56;
const ROWS = 10;

/** Shape of a moustache over the face: `u` from one end (-1) to the other (1). */
interface Form {
  readonly half: number;
  top(u: number): number;
  bottom(u: number): number;
  depth(u: number): number;
}

/** One body that is parted under the nose and thins out towards its ends, with strands over the lip. */
export function buildMoustache(figure: Figure): void {
  const form = formOf(figure);
  const { mesh, headFrame, beard, headSurface } = figure;
  const [base, low, high] = [linear(beard.base), linear(beard.lowest), linear(beard.high)];
  mesh.begin('moustache', Material.ShortHair, headFrame);
  laySheet(
    mesh,
    (u, v) => {
      const t = 2 * u - 1;
      const ragged = 0.016 * (lineNoise(t * 26 + 40, 31) - 0.4) * smoothstep(0.6, 1, v);
      const x = t * form.half;
      const y = mix(form.top(t), form.bottom(t), v) + ragged;
      const round = Math.sqrt(Math.max(0, 1 - (2 * v - 1) ** 2));
      const groove = 1 - 0.2 * lineNoise(t * 17 + v * 2, 5);
      return [x, y, headSurface.frontAt(x, y) - 0.012 + form.depth(t) * round * groove];
    },
    {
      columns: COLUMNS,
      rows: ROWS,
      colour: (u, v) => {
        const strand = lineNoise(u * 34 + v * 2.2, 7);
        const parting = smoothstep(0.03, 0, Math.abs(2 * u - 1));
        const lit = mixVec(mixVec(low, base, 0.35 + 0.65 * strand), high, 0.3 * strand * (1 - v));
        return mixVec(lit, low, 0.6 * parting + 0.35 * smoothstep(0.75, 1, v));
      },
      rest: (u, v): Vec3 => [(2 * u - 1) * 30 + v * 5 * Math.sign(u - 0.5), v * 1.6, 0],
      outward: (p) => [p[0] * 0.4, 0, 1],
    },
  );
  overhang(figure, form, base, low);
}

function formOf(figure: Figure): Form {
  const { mouth, nose } = figure.face;
  const { height, reach, droop: hang } = moustacheForm(figure.rig.person);
  const half = Math.max(mouth.half, 0.27) * mix(0.62, 1.22, reach / 1.15);
  const gap = mouth.y + mouth.upperBorder(0) - nose.base;
  const under = nose.base + Math.min(0.07, gap * 0.4);
  const lip = mouth.y + mix(mouth.upperBorder(0), mouth.upperEdge(0), mix(-0.35, 0.75, (height - 0.6) / 0.8));
  const end = mouth.y + mouth.upperEdge(1) * 0.8 - 0.012 + hang;
  const droop = (a: number): number => a ** 1.5;
  const top = (u: number): number => {
    const a = Math.abs(u);
    return mix(under + 0.03 * smoothstep(0.12, 0, a), end - 0.012, droop(a)) - 0.02 * Math.sin(Math.PI * a);
  };
  return {
    half,
    top,
    bottom: (u) => {
      const a = Math.abs(u);
      const low =
        mix(lip - 0.035 * smoothstep(0.14, 0, a), end + 0.012, droop(a)) + 0.02 * Math.sin(Math.PI * a);
      return Math.max(top(u) + 0.006, low);
    },
    depth: (u) =>
      0.075 * Math.max(0.12, 1 - Math.abs(u) ** 2.2) * (0.62 + 0.38 * smoothstep(0, 0.18, Math.abs(u))),
  };
}

/** Single strands over the lower edge. */
function overhang(figure: Figure, form: Form, base: Vec3, low: Vec3): void {
  const random = figure.rig.person.random(83);
  const count = 30;
  for (let i = 0; i < count; i++) {
    const u = ((i + random()) / count) * 1.84 - 0.92;
    const reach = 0.02 + 0.02 * random();
    const lean = Math.sign(u) * (0.1 + 0.2 * Math.abs(u));
    const y0 = mix(form.top(u), form.bottom(u), 0.45);
    const y1 = form.bottom(u) + reach * 0.6;
    const line = [0, 0.5, 1].map((k): Vec3 => {
      const x = u * form.half + lean * reach * k * 2;
      const y = mix(y0, y1, k);
      return [x, y, figure.headSurface.frontAt(x, y) + form.depth(u) * (0.95 - 0.6 * k * k) + 0.004];
    });
    const tone = mixVec(low, base, 0.3 + 0.7 * random());
    sweepTube(figure.mesh, line, {
      width: (k) => 0.011 * Math.sin(Math.PI * clamp(0.25 + 0.72 * k)),
      flatness: 0.8,
      outward: () => [0, 0, 1],
      colour: () => tone,
      rest: () => [i * 3.1, 0, 0],
      around: 5,
      rings: 6,
    });
  }
}
