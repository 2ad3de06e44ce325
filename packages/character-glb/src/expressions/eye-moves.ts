import type { EyeShape } from '@avatar/character-draw';
import type { Move, Moves } from './move.js';

/** How far eyes turn, radians. */
const ASIDE = 0.45;
const UP = 0.36;
const DOWN = 0.42;

/** Turns of one eyeball around its middle. @param side 1 is the left eye of the person, at positive x */
export function eyeMoves(eye: EyeShape, side: -1 | 1): Moves {
  const turn =
    (yaw: number, pitch: number): Move =>
    ({ x, y, z }) => {
      const u = x - side * eye.centre[0];
      const v = y - eye.centre[1];
      const w = z - eye.centre[2];
      const c = Math.cos(yaw);
      const s = Math.sin(yaw);
      const u1 = u * c + w * s;
      const w1 = w * c - u * s;
      const v2 = v * Math.cos(pitch) + w1 * Math.sin(pitch);
      const w2 = w1 * Math.cos(pitch) - v * Math.sin(pitch);
      return [u1 - u, v2 - v, w2 - w];
    };
  const name = side > 0 ? 'Left' : 'Right';
  return {
    [`eyeLookDown${name}`]: turn(0, DOWN),
    [`eyeLookUp${name}`]: turn(0, -UP),
    [`eyeLookIn${name}`]: turn(-side * ASIDE, 0),
    [`eyeLookOut${name}`]: turn(side * ASIDE, 0),
  };
}
