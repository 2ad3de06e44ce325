import { lineNoise, linear, type Figure } from '@avatar/character-draw';
import { clamp, mix, smoothstep } from '@avatar/image';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { bake } from './bake.js';
import { TextureCanvas } from './canvas.js';
import { uncoloured, type Textured } from './textured.js';

const WIDTH = 1024;
const HEIGHT = 256;
/** Rests count this many units for a degree of azimuth; and how far from its edge hair is told, in lengths of its roots. */
const PER_DEGREE = 1.6;
const FAR = 6;

/** The hair close to the skull: at its edge single strands over skin, above it their tones. */
export function onRootsTexture(figure: Figure, mesh: BustMesh): Textured {
  const skin = linear(figure.skin.base);
  const count = mesh.rests.length / 3;
  const uvs = new Float32Array(count * 2);
  for (let i = 0; i < count; i++) {
    uvs[i * 2] = clamp(mesh.rests[i * 3] / PER_DEGREE / 360 + 0.5);
    uvs[i * 2 + 1] = clamp((FAR - mesh.rests[i * 3 + 1]) / (FAR + 1));
  }
  const canvas = new TextureCanvas(WIDTH, HEIGHT);
  bake(canvas, { ...mesh, uvs }, ([across, out, thin], colour, result) => {
    const strand = lineNoise(across, 3) * 0.55 + lineNoise(across * 2.7 + out * 0.8, 5) * 0.45;
    const cover = smoothstep(-0.1, 1.15, out + strand * 0.55 - 0.3) * (1 - thin * (0.75 - 0.5 * strand));
    const tone = 0.86 + 0.34 * lineNoise(across * 1.3, 13);
    for (let j = 0; j < 3; j++) result[j] = mix(skin[j], colour[j] * tone, cover);
  });
  return { ...mesh, uvs, colours: uncoloured(mesh), texture: { name: 'roots', png: canvas.grow(4).png() } };
}
