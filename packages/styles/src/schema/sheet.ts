import { z } from 'zod';
import { number, object, pattern, share } from './fields.js';

/** A colour in CIELAB. */
export function labColour() {
  const axis = number(-128, 127);
  return z.tuple([number(0, 100), axis, axis], { error: 'a colour of L, a and b' });
}

/** `count` bytes in base64url without padding. */
export function byteText(count: number) {
  const length = Math.ceil((count * 4) / 3);
  return pattern(new RegExp(`^[\\w-]{${length}}$`), length, `${count} bytes in base64url`);
}

/** Vertical frequencies from 0 to 32, horizontal ones from 0 to 63. */
export const SPECTRUM_BYTES = 33 * 64;

export const sheet = object({
  texture: object({ spectrum: byteText(SPECTRUM_BYTES), strength: number(0, 6) }),
  mottling: number(0, 3),
  ruling: object({
    paper: labColour(),
    ink: labColour(),
    pitch: number(0.003, 0.03),
    shade: share(),
  }).exactOptional(),
  band: object({ colour: labColour(), reach: number(0.05, 1), strength: share() }).exactOptional(),
});
