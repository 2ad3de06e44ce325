import { paintFace, type Figure } from '@avatar/character-draw';
import { smoothstep } from '@avatar/image';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { bake } from './bake.js';
import { TextureCanvas } from './canvas.js';
import { uncoloured, type Textured } from './textured.js';
import { headCylinder, unwrapped } from './unwrap.js';

const SIDE = 1024;

/** The paint of the face in texture space: it covers the front and fades into the skin at the sides. */
export function onSkinTexture(figure: Figure, mesh: BustMesh): Textured {
  const paint = paintFace(figure);
  const flat = unwrapped(mesh, headCylinder(figure));
  const canvas = new TextureCanvas(SIDE, SIDE);
  const read = new Float64Array(4);
  bake(canvas, flat, ([x, y, z], colour, out) => {
    paint.read(x, y, read);
    const share = smoothstep(0.16, 0.4, z);
    for (let j = 0; j < 3; j++) out[j] = colour[j] + (read[j] - colour[j]) * share;
  });
  return { ...flat, colours: uncoloured(flat), texture: { name: 'skin', png: canvas.grow(6).png() } };
}
