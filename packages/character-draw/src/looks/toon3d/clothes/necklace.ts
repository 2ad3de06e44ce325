import { isHighNecked } from '../../../clothes/high-necked.js';
import { linear, lifted } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { spread3 } from '@avatar/vector';
import { leaveAxis, pushOut } from '../render/field.js';
import { Material } from '../render/materials.js';
import { mix, vec3, type Vec3 } from '../render/maths.js';
import { placeBall } from '../render/sheet.js';
import type { BodyField } from './body-field.js';
import type { Outfit } from './outfit.js';
import type { Tailor } from './tailor.js';

/** A chain of beads with a pendant, on the skin or on the cloth, whichever is outside. */
export function buildNecklace(figure: Figure, body: BodyField, outfit: Outfit, tailor: Tailor): void {
  const { character } = figure.rig.person;
  const { accessories, clothing, jewellery } = character;
  if (!accessories.includes('necklace')) return;
  const low = isHighNecked(character)
    ? 0.75
    : clothing.style === 'dress' || clothing.style === 'blazer'
      ? 0.42
      : 0.36;
  const height = tailor.neckline(-0.42, low);
  const metal = linear(jewellery.hex);
  const outside = (x: number, y: number, z: number): number =>
    Math.min(body.field(x, y, z), outfit.isSkin(x, y, z) ? 9 : outfit.surface(x, y, z));
  const line = Array.from({ length: 33 }, (_, i): Vec3 =>
    pushOut(outside, leaveAxis(body.field, mix(-2.2, 2.2, i / 32), height), 0.03),
  );
  figure.mesh.begin('necklace', Material.Metal, figure.bodyFrame);
  for (const p of spread3(line, 60)) placeBall(figure.mesh, vec3(p), [0.026, 0.026, 0.026], metal, 8);
  const [x, y, z] = line[16];
  figure.mesh.begin('pendant', Material.Gloss, figure.bodyFrame);
  placeBall(figure.mesh, [x, y + 0.1, z + 0.02], [0.075, 0.095, 0.04], lifted(linear('#c23a4e'), 1), 18);
}
