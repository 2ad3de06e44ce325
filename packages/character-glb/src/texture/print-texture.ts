import type { Figure, Outfit } from '@avatar/character-draw';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { bake } from './bake.js';
import { TextureCanvas } from './canvas.js';
import { uncoloured, type Textured } from './textured.js';
import { BODY_CYLINDER, unwrapped } from './unwrap.js';

const SIDE = 1024;

/** Cloth over the torso, such as a jacket: a texture where it is printed, colours of its vertices where it is plain. */
export function onPrintTexture(
  figure: Figure,
  { layerColourAt, sleeve }: Outfit,
  mesh: BustMesh,
): BustMesh | Textured {
  const colourAt =
    layerColourAt ??
    ((x: number, y: number, z: number, out: Float64Array) => out.set(sleeve.colour(x, y, z)));
  if (figure.rig.person.character.clothing.pattern === 'none') {
    const colours = new Float32Array(mesh.colours.length);
    const out = new Float64Array(3);
    for (let i = 0; i < colours.length; i += 3) {
      colourAt(mesh.rests[i], mesh.rests[i + 1], mesh.rests[i + 2], out);
      colours.set(out, i);
    }
    return { ...mesh, colours };
  }
  const flat = unwrapped(mesh, BODY_CYLINDER);
  const canvas = new TextureCanvas(SIDE, SIDE);
  bake(canvas, flat, (place, _colour, out) => colourAt(place[0], place[1], place[2], out));
  return { ...flat, colours: uncoloured(flat), texture: { name: mesh.name, png: canvas.grow(6).png() } };
}
