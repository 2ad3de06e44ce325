import type { FilledCharacter } from '@avatar/character';
import { dimmed, linear } from '../model/colours.js';
import { latticeNoise, mix, tableSine, type Vec3 } from '../render/maths.js';

/** Colour of cloth at a rest position. */
export type Print = (x: number, y: number, z: number) => Vec3;

/** What is woven into or printed on a cloth, wrapped around the body. */
export function printOf(clothing: FilledCharacter['clothing'], ground: Vec3): Print {
  const second = linear(clothing.second);
  switch (clothing.pattern) {
    case 'stripes':
      return (_x, y) => ((((y * 2.6) % 1) + 1) % 1 < 0.4 ? second : ground);
    case 'plaid':
      return plaid(ground, second);
    case 'dots':
      return (x, y, z) => (scatter(x, y, z, 3.1, (u, v) => u * u + v * v < 0.05) ? second : ground);
    case 'leaf':
      return (x, y, z) => (scatter(x, y, z, 2.4, leaf) ? second : ground);
    case 'knit':
      return (x, y, z) => dimmed(ground, knit(across(x, z), y));
    default:
      return () => ground;
  }
}

/** Distance around the body: the same on its sides as in front. */
const across = (x: number, z: number): number => Math.atan2(x, z + 0.9) * 1.35;

/** V stitches in columns: brightness. */
export function knit(u: number, v: number): number {
  const column = u * 13;
  const side = Math.abs(column - Math.floor(column) - 0.5) * 2;
  const row = v * 15 + side * 0.55;
  return mix(0.78, 1.08, 0.5 + 0.5 * tableSine(row * 2 * Math.PI)) * mix(0.86, 1.02, 1 - side * side);
}

function plaid(ground: Vec3, second: Vec3): Print {
  const band = (t: number): number => {
    const u = ((t % 1) + 1) % 1;
    return u < 0.34 ? 1 : u > 0.62 && u < 0.67 ? 0.8 : 0;
  };
  return (x, y, z) => {
    const k = band(across(x, z) * 1.5 + 0.17) * 0.5 + band(y * 1.5) * 0.5;
    return [mix(ground[0], second[0], k), mix(ground[1], second[1], k), mix(ground[2], second[2], k)];
  };
}

function scatter(
  x: number,
  y: number,
  z: number,
  density: number,
  shape: (u: number, v: number) => boolean,
): boolean {
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

function leaf(u: number, v: number): boolean {
  for (let i = 0; i < 3; i++) {
    const c = Math.cos(i * 2.094);
    const s = Math.sin(i * 2.094);
    const a = u * c + v * s - 0.15;
    const b = v * c - u * s;
    if ((a / 0.14) ** 2 + (b / 0.065) ** 2 < 1) return true;
  }
  return false;
}
