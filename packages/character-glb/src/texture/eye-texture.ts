import { catchLight, eyePaintOf, paintEye, SurfaceSample, type Figure } from '@avatar/character-draw';
import { mix } from '@avatar/image';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { TextureCanvas } from './canvas.js';
import type { Texture, Textured } from './textured.js';

const SIDE = 256;
/** Angle from the gaze that the rim of the texture shows, radians. */
const RIM = 1.65;
const SUBSAMPLES = [0.25, 0.75];

/** The eye around its gaze: the pupil in the middle, angles as distances from it. */
export function paintEyes(figure: Figure): Uint8Array {
  const paint = eyePaintOf(figure);
  const canvas = new TextureCanvas(SIDE, SIDE);
  const sample = new SurfaceSample();
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const sum = [0, 0, 0];
      for (const oy of SUBSAMPLES)
        for (const ox of SUBSAMPLES) {
          const u = (x + ox) / SIDE - 0.5;
          const v = (y + oy) / SIDE - 0.5;
          const far = Math.sqrt(u * u + v * v);
          const angle = (Math.min(0.49, far) / 0.49) * RIM;
          const share = far > 0 ? Math.sin(angle) / far : 0;
          sample.u = u * share;
          sample.v = v * share;
          sample.w = Math.cos(angle);
          paintEye(sample, paint);
          const spark = sample.w > 0 ? Math.min(1, catchLight(sample.u, sample.v)) : 0;
          sum[0] += mix(sample.r, 1, spark) / 4;
          sum[1] += mix(sample.g, 1, spark) / 4;
          sum[2] += mix(sample.b, 1, spark) / 4;
        }
      canvas.set(y * SIDE + x, sum[0], sum[1], sum[2]);
    }
  return canvas.png();
}

/** Where each vertex of an eye lies in its texture; its rest is the direction from the middle of the eye. */
export function onEyeTexture(mesh: BustMesh, texture: Texture): Textured {
  const count = mesh.rests.length / 3;
  const uvs = new Float32Array(count * 2);
  for (let i = 0; i < count; i++) {
    const [x, y, z] = mesh.rests.subarray(i * 3, i * 3 + 3);
    const flat = Math.sqrt(x * x + y * y);
    const far = (0.49 * Math.min(1, Math.atan2(flat, z) / RIM)) / (flat || 1);
    uvs[i * 2] = 0.5 + x * far;
    uvs[i * 2 + 1] = 0.5 + y * far;
  }
  return { ...mesh, uvs, texture };
}
