import type { FilledCharacter } from '@avatar/character';
import { dimmed, linear } from '../model/colours.js';
import type { BodyField } from './body-field.js';
import { bump, latticeNoise, mix, mixVec, smoothstep, tableSine, type Vec3 } from '../render/maths.js';

/** Colour of cloth at a rest position. */
export type Print = (x: number, y: number, z: number) => Vec3;

/** What is woven into or printed on a cloth, wrapped around the body. */
export function printOf(clothing: FilledCharacter['clothing'], ground: Vec3): Print {
  const second = linear(clothing.second);
  switch (clothing.pattern) {
    case 'stripes':
      return (_x, y) => mixVec(ground, second, band(y * 2.6 - 0.2, 0.2, 2.6));
    case 'plaid':
      return plaid(ground, second);
    case 'dots':
      return (x, y, z) =>
        mixVec(
          ground,
          second,
          scatter(x, y, z, 5.2, (u, v) => smoothstep(0.05, 0.03, u * u + v * v)),
        );
    case 'leaf':
      return (x, y, z) => mixVec(ground, second, scatter(x, y, z, 2.4, leaf));
    case 'knit':
      return (x, y, z) => dimmed(ground, knit(across(x, z), y));
    default:
      return () => ground;
  }
}

/** How soft printed edges are, units: about a pixel. */
const EDGE = 0.007;

/** A stripe around every whole `t`, `half` wide to both sides; `frequency` is how fast `t` runs along the cloth. */
function band(t: number, half: number, frequency: number): number {
  const apart = Math.abs(t - Math.round(t));
  return smoothstep(half + EDGE * frequency, half - EDGE * frequency, apart);
}

/** Depth of the seams at the sides: the back is printed as the front is. */
const SEAM = -0.2;
/** Distance around the body: the same on its sides as in front. */
const across = (x: number, z: number): number => Math.atan2(x, Math.abs(z - SEAM) + SEAM + 0.9) * 1.35;

/** V stitches in columns: brightness. */
export function knit(u: number, v: number): number {
  const column = u * 13;
  const side = Math.abs(column - Math.floor(column) - 0.5) * 2;
  const row = v * 15 + side * 0.55;
  return mix(0.78, 1.08, 0.5 + 0.5 * tableSine(row * 2 * Math.PI)) * mix(0.86, 1.02, 1 - side * side);
}

function plaid(ground: Vec3, second: Vec3): Print {
  const threads = (t: number): number => band(t - 0.17, 0.17, 1.9) + 1.4 * band(t - 0.645, 0.03, 1.9);
  return (x, y, z) => mixVec(ground, second, 0.3 * (threads(across(x, z) * 1.9 + 0.17) + threads(y * 1.9)));
}

function scatter(
  x: number,
  y: number,
  z: number,
  density: number,
  shape: (u: number, v: number) => number,
): number {
  const X = across(x, z) * density;
  const column = Math.floor(X);
  const Y = y * density + (column & 1 ? 0.5 : 0);
  const row = Math.floor(Y);
  const turn = latticeNoise(column, row, 3) * 6.28;
  const u = X - column - 0.5;
  const v = Y - row - 0.5;
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  return shape(u * c + v * s, v * c - u * s);
}

function leaf(u: number, v: number): number {
  let cover = 0;
  for (let i = 0; i < 3; i++) {
    const c = Math.cos(i * 2.094);
    const s = Math.sin(i * 2.094);
    const a = u * c + v * s - 0.15;
    const b = v * c - u * s;
    cover = Math.max(cover, smoothstep(1.25, 0.8, (a / 0.14) ** 2 + (b / 0.065) ** 2));
  }
  return cover;
}

/** A print with the seams where sleeves are set in. */
export function withArmholes(print: Print, { shoulder, top, armsHang }: BodyField): Print {
  if (!armsHang) return print;
  return (x, y, z) => {
    const colour = print(x, y, z);
    const apart = Math.abs(Math.abs(x) - shoulder * 0.85 + 0.07 * bump(y - top - 0.75, 0.55));
    return apart > 0.07 || y < top - 0.1
      ? colour
      : dimmed(colour, 1 - 0.3 * smoothstep(0.016, 0.006, apart) - 0.1 * smoothstep(0.07, 0.01, apart));
  };
}
