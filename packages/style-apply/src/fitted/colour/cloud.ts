import { seededRandom, type Lab } from '@avatar/image';
import type { DrawnSubject } from '../../drawn/subject.js';

const AXIS_MIDDLE = 128;

/** The colours of a style file: L, a + 128 and b + 128, one byte each, in base64url. */
export function cloudColours(cloud: string): Lab[] {
  const bytes = Buffer.from(cloud, 'base64url');
  return Array.from({ length: bytes.length / 3 }, (_, i) => [
    bytes[3 * i],
    bytes[3 * i + 1] - AXIS_MIDDLE,
    bytes[3 * i + 2] - AXIS_MIDDLE,
  ]);
}

const SAMPLES = 1000;
const TRIES = 40_000;
const OPAQUE = 0.9;
const SEED = 7;

/** Colours of random places of the person. */
export function personColours({ lab, alpha }: DrawnSubject): Lab[] {
  const random = seededRandom(SEED);
  const colours: Lab[] = [];
  for (let tried = 0; tried < TRIES && colours.length < SAMPLES; tried++) {
    const i = Math.floor(random() * alpha.data.length);
    if (alpha.data[i] > OPAQUE) colours.push([lab.L[i], lab.a[i], lab.b[i]]);
  }
  return colours;
}
