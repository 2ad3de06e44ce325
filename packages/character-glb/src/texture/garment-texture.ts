import { linear, Material, type Figure, type Outfit } from '@avatar/character-draw';
import type { BustMesh } from '../mesh/bust-mesh.js';
import { withTriangles } from '../mesh/simplify.js';
import { splitTriangles } from '../mesh/split-triangles.js';
import { FINISHES } from '../bust/finishes.js';
import { bake } from './bake.js';
import { TextureCanvas } from './canvas.js';
import { uncoloured, type Texture, type Textured } from './textured.js';
import { BODY_CYLINDER, unwrapped } from './unwrap.js';

/** Stitches are seen in half the detail that prints need. */
const SIDE = 1024;
const KNIT_SIDE = 512;

/** Skin and cloth of the torso in one texture, cut at the neckline; as two meshes, the skin and what is sewn. */
export function onGarmentTexture(figure: Figure, outfit: Outfit, mesh: BustMesh): Textured[] {
  const flat = unwrapped(mesh, BODY_CYLINDER);
  const skin = linear(figure.skin.base);
  const { style, pattern } = figure.rig.person.character.clothing;
  const side = pattern === 'knit' || style === 'turtleneck' || style === 'sweater' ? KNIT_SIDE : SIDE;
  const canvas = new TextureCanvas(side, side);
  bake(canvas, flat, (place, _colour, out) => {
    if (outfit.isSkin(place[0], place[1], place[2])) out.set(skin);
    else outfit.colourAt(place[0], place[1], place[2], out);
  });
  const texture: Texture = { name: 'garment', png: canvas.grow(6).png() };
  const { rests, indices } = flat;
  const isSkin = (vertex: number): boolean =>
    outfit.isSkin(rests[vertex * 3], rests[vertex * 3 + 1], rests[vertex * 3 + 2]);
  const { all: skinTriangles, others: clothTriangles } = splitTriangles(indices, isSkin);
  const whole = { ...flat, colours: uncoloured(flat), texture };
  return [
    { ...whole, name: 'BodySkin', finish: FINISHES[Material.Skin], of: skinTriangles },
    { ...whole, name: 'Clothes', of: clothTriangles },
  ]
    .filter(({ of }) => of.length > 0)
    .map(({ of, ...part }) => withTriangles(part, of));
}
