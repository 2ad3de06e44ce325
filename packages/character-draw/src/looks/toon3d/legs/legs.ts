import type { ClothingStyle } from '@avatar/character';
import type { HexColour } from '@avatar/vector';
import { buildBones, bone, type Bone } from '../arms/limb.js';
import type { BodyField } from '../clothes/body-field.js';
import { dimmed, linear, mixColours } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { ellipsoid, intersection, union } from '../render/field.js';
import { evenLattice } from '../render/lattice-samples.js';
import { Material } from '../render/materials.js';
import { mix, smoothstep, type Vec3 } from '../render/maths.js';
import { surfaceNets } from '../render/surface-nets.js';

/** Heights in body space. */
const HIP = 5.7;
const KNEE = 9;
const ANKLE = 11.62;
export const GROUND = 12.1;

/** By the seed, as in the drawn looks: the same person wears the same trousers. */
const TROUSERS: readonly HexColour[] = ['#3a4a6b', '#2d2f3a', '#5a4a3c', '#41506b', '#4a4d57', '#6b6250'];
const SHOES: readonly HexColour[] = ['#f1eee8', '#5a3a28', '#2b2730', '#8a3a3a', '#e6dcc8'];

/** How far down clothes of the upper body reach on a whole figure. */
export const HEMS: Readonly<Record<ClothingStyle, number>> = {
  suit: 6.15,
  blazer: 6.05,
  shirt: 5.9,
  polo: 5.7,
  tshirt: 5.75,
  hoodie: 5.7,
  turtleneck: 5.7,
  sweater: 5.75,
  dress: 8.7,
  kurta: 8.8,
  jersey: 5.85,
  denim_jacket: 5.45,
  leather_jacket: 5.45,
  armor: 5.7,
  cloak: 10.9,
  spacesuit: 6,
};

/** How clothes widen below the waist: share a unit. */
export const flareOf = (style: ClothingStyle): number =>
  style === 'dress' ? 0.17 : style === 'kurta' ? 0.05 : style === 'cloak' ? 0.045 : 0;

/** Legs and shoes of a whole figure. */
export function buildLegs(figure: Figure, body: BodyField): void {
  const { character } = figure.rig.person;
  const { style, hex } = character.clothing;
  const bare = style === 'dress';
  const steel = style === 'armor';
  const colour = bare ? linear(figure.skin.base) : linear(trousersOf(figure));
  const material = bare ? Material.Skin : steel ? Material.Metal : Material.Cloth;
  const loose = bare || steel ? 0 : style === 'spacesuit' ? 0.13 : 0.05;
  const heavy = mix(0.92, 1.2, character.body.build);
  const at = body.waist * 0.5;
  if (!bare) {
    const pelvis = [bone([-at * 0.8, HIP - 0.2, -0.1], [at * 0.8, HIP - 0.2, -0.1], 0.62 * heavy + loose)];
    buildBones(figure, 'trousers', material, pelvis, () => colour, { step: 0.065 });
  }
  for (const side of [-1, 1]) {
    const bones = legBones(side, at, heavy * (bare ? 0.88 : 1), loose);
    buildBones(
      figure,
      bare ? 'legs' : 'trousers',
      material,
      bones,
      (p) => seamed(p, side * at, colour, bare || steel),
      {
        blend: 0.16,
        step: 0.062,
        ...(!bare && { relief: steel ? plates : trouserFolds }),
      },
    );
    shoe(figure, side, at, steel ? linear(hex) : undefined);
  }
}

function trousersOf(figure: Figure): HexColour {
  const { clothing, seed } = figure.rig.person.character;
  switch (clothing.style) {
    case 'suit':
    case 'spacesuit':
    case 'armor':
      return clothing.hex;
    case 'cloak':
      return mixColours(clothing.second, '#2b2730', 0.45);
    case 'kurta':
      return mixColours(clothing.hex, '#ffffff', 0.35);
    default:
      return TROUSERS[seed % TROUSERS.length];
  }
}

/** Thigh, calf with its muscle, ankle. */
function legBones(side: number, at: number, k: number, loose: number): Bone[] {
  const hip: Vec3 = [side * at * 0.94, HIP + 0.15, -0.1];
  const knee: Vec3 = [side * at * 1.02, KNEE, -0.02];
  const calf: Vec3 = [side * at * 1.03, KNEE + 0.85, -0.14];
  const ankle: Vec3 = [side * at, ANKLE, -0.12];
  return [
    bone(hip, knee, 0.56 * k + loose, 0.35 * k + loose),
    bone(knee, calf, 0.34 * k + loose, 0.35 * k + loose),
    bone(calf, ankle, 0.35 * k + loose, 0.23 + loose * 1.6),
  ];
}

const seamed = (p: Vec3, middle: number, colour: Vec3, plain: boolean): Vec3 =>
  !plain && Math.abs(p[0] - middle) < 0.035 && p[2] > 0 ? dimmed(colour, 0.93) : colour;

function trouserFolds(x: number, y: number, z: number): number {
  const knee = Math.exp(-(((y - KNEE) / 0.5) ** 2));
  const low = smoothstep(ANKLE - 1.1, ANKLE - 0.1, y);
  const high = smoothstep(HIP + 1.2, HIP + 0.2, y);
  const fold =
    0.02 * Math.sin(y * 11 + x * 4 + Math.sin(z * 5) * 1.2) * (0.2 + 0.8 * Math.max(knee, low, high));
  return fold + (y > ANKLE + 0.06 ? (y - ANKLE - 0.06) * 9 : 0);
}

/** Cuisse, poleyn and greave: steps where plates overlap. */
function plates(_x: number, y: number, z: number): number {
  const knee = Math.exp(-(((y - KNEE) / 0.3) ** 2)) * (z > -0.05 ? 1 : 0.4);
  const rim = Math.exp(-(((y - KNEE - 0.42) / 0.05) ** 2)) + Math.exp(-(((y - KNEE + 0.42) / 0.05) ** 2));
  return -0.09 * knee - 0.03 * rim + (y > ANKLE + 0.06 ? (y - ANKLE - 0.06) * 9 : 0);
}

function shoe(figure: Figure, side: number, at: number, steel: Vec3 | undefined): void {
  const { clothing, seed } = figure.rig.person.character;
  const suit = clothing.style === 'suit';
  const upper = steel ?? linear(suit ? '#3b2a22' : SHOES[seed % SHOES.length]);
  const sole = linear(steel || suit ? '#1f1712' : '#f4f1ea');
  const turn = 0.2 * side;
  figure.mesh.begin(
    'shoes',
    steel ? Material.Metal : suit ? Material.Leather : Material.Cloth,
    figure.bodyFrame,
  );
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  surfaceNets(
    figure.mesh,
    {
      at: (x, y, z) => {
        const dx = x - side * at;
        const across = dx * c - (z + 0.1) * s;
        const ahead = (z + 0.1) * c + dx * s;
        let d = ellipsoid(across, y, ahead, [0, GROUND - 0.2, 0.42], [0.3, 0.3, 0.5]);
        d = union(d, ellipsoid(across, y, ahead, [0, GROUND - 0.24, -0.02], [0.27, 0.36, 0.34]), 0.14);
        d = union(d, ellipsoid(across, y, ahead, [0, GROUND - 0.5, 0], [0.24, 0.3, 0.25]), 0.12);
        // The sole stands out a little and is flat below.
        const rim = y > GROUND - 0.13 ? 0.03 : 0;
        return intersection(d - rim, y - GROUND, 0.02);
      },
    },
    evenLattice([side * at - 0.75, GROUND - 0.95, -0.6, side * at + 0.75, GROUND + 0.06, 1.05], 0.04),
    (p) => (p[1] > GROUND - 0.13 ? sole : upper),
  );
}
