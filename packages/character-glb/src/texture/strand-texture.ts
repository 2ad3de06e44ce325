import { lineNoise } from '@avatar/character-draw';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { TextureCanvas } from './canvas.js';
import type { Texture, Textured } from './textured.js';

const SIDE = 256;
/** Length that the texture shows across and along strands, in the units of their rests. */
const SPAN = 2;
/** The brightest tone; the colours of hair are raised by it. */
const BRIGHTEST = 1.22;
/** Strands of short hair are finer in their own units. */
const SHORT = 1 / 7;

/** Tones of single strands, lighter and darker than the hair: grey, to be multiplied by its colour. */
export function paintStrands(): Texture {
  const canvas = new TextureCanvas(SIDE, SIDE);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const u = (x / SIDE) * SPAN;
      const v = (y / SIDE) * SPAN;
      const coarse = lineNoise(u * 7 + v * 0.6, 3) - 0.5;
      const fine = lineNoise(u * 26 + v * 1.3, 57) - 0.5;
      const tone = (1 + 0.34 * (coarse * 0.75 + fine * 0.55)) / BRIGHTEST;
      canvas.set(y * SIDE + x, tone, tone, tone);
    }
  return { name: 'strands', png: canvas.png(), repeats: true };
}

/** Strands on a mesh whose rests run across, along, and count the lock. */
export function onStrandTexture(mesh: BustMesh, texture: Texture, isShort: boolean): Textured {
  const count = mesh.rests.length / 3;
  const uvs = new Float32Array(count * 2);
  const scale = (isShort ? SHORT : 1) / SPAN;
  for (let i = 0; i < count; i++) {
    const [across, along, lock] = mesh.rests.subarray(i * 3, i * 3 + 3);
    uvs[i * 2] = across * scale + lock * 0.37;
    uvs[i * 2 + 1] = along * scale;
  }
  return { ...mesh, uvs, texture, colours: mesh.colours.map((value) => Math.min(1, value * BRIGHTEST)) };
}
