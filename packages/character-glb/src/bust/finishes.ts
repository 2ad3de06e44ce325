import { Material } from '@avatar/character-draw';
import type { Finish } from '../mesh/bust-mesh.js';

/** What standard materials make of the surfaces that the pictures are rendered with. */
export const FINISHES: Readonly<Record<Material, Finish>> = {
  [Material.None]: { name: 'Plain', roughness: 0.8 },
  [Material.Skin]: { name: 'Skin', roughness: 0.6 },
  [Material.Hair]: { name: 'Hair', roughness: 0.5 },
  [Material.Cloth]: { name: 'Cloth', roughness: 0.9, doubleSided: true },
  [Material.Eye]: { name: 'Eye', roughness: 0.12 },
  [Material.Dull]: { name: 'Dull', roughness: 0.95 },
  [Material.Gloss]: { name: 'Gloss', roughness: 0.25, doubleSided: true },
  [Material.Moist]: { name: 'Moist', roughness: 0.45, doubleSided: true },
  [Material.ShortHair]: { name: 'ShortHair', roughness: 0.75, doubleSided: true },
  [Material.Metal]: { name: 'Metal', roughness: 0.3, metal: 0.85, doubleSided: true },
  [Material.Glow]: { name: 'Glow', roughness: 1, glows: true, doubleSided: true },
  [Material.Garment]: { name: 'Clothes', roughness: 0.85 },
  [Material.Teeth]: { name: 'Teeth', roughness: 0.35, doubleSided: true },
  [Material.Roots]: { name: 'HairRoots', roughness: 0.75, doubleSided: true },
  [Material.Leather]: { name: 'Leather', roughness: 0.5, doubleSided: true },
  [Material.CyberEye]: { name: 'CyberEye', roughness: 0.2 },
  [Material.Printed]: { name: 'PrintedCloth', roughness: 0.9, doubleSided: true },
};
