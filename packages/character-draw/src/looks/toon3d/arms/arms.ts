import type { BodyField } from '../clothes/body-field.js';
import type { Sleeve } from '../clothes/outfit.js';
import { dimmed, linear } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { Material } from '../render/materials.js';
import { lengthOf, mix, mixVec, subtract, unit, type Vec3 } from '../render/maths.js';
import { laySheet } from '../render/sheet.js';
import { sweepTube } from '../render/tube.js';
import { armsOf, type Arm } from './arm-poses.js';
import { buildHand } from './hand.js';
import { bone, buildBones, type Bone } from './limb.js';

/** Radii of a bare arm: below the shoulder, over the elbow, below it, at the wrist. */
const FLESH = [0.36, 0.29, 0.27, 0.165] as const;

/** Arms that a gesture lifts, dressed in the garment's sleeves. */
export function buildArms(figure: Figure, body: BodyField, sleeve: Sleeve): void {
  const { gesture } = figure.rig.person.character.pose;
  for (const arm of armsOf(figure, body, gesture)) {
    buildArm(figure, arm, sleeve);
    if (arm.hand) buildHand(figure, arm.hand.shape, arm.hand.place, sleeve.glove);
  }
}

function buildArm(figure: Figure, { shoulder, elbow, wrist }: Arm, sleeve: Sleeve): void {
  const skin = linear(figure.skin.base);
  const upperMiddle = mixVec(shoulder, elbow, 0.45);
  const foreMiddle = mixVec(elbow, wrist, 0.32);
  const bare = (grow: number): Bone[] => [
    bone(shoulder, upperMiddle, FLESH[0] + grow, 0.335 + grow),
    bone(upperMiddle, elbow, 0.335 + grow, FLESH[1] + grow),
    bone(elbow, foreMiddle, FLESH[2] + grow, 0.275 + grow),
    bone(foreMiddle, wrist, 0.275 + grow, FLESH[3] + grow * 0.8),
  ];
  if (sleeve.length !== 'long') {
    buildBones(
      figure,
      'arms',
      Material.Skin,
      bare(0).map((b, i) => (i === 0 ? bone(mixVec(shoulder, elbow, 0.2), b.to, b.start * 0.94, b.end) : b)),
      () => skin,
      { blend: 0.1 },
    );
    shortSleeve(figure, shoulder, elbow, sleeve);
    return;
  }
  // Cloth gathers inside of the elbow and above the cuff.
  const upper = unit(subtract(elbow, shoulder));
  const fore = unit(subtract(wrist, elbow));
  const reach = lengthOf(subtract(wrist, elbow));
  const relief = (x: number, y: number, z: number): number => {
    const u = (x - elbow[0]) * upper[0] + (y - elbow[1]) * upper[1] + (z - elbow[2]) * upper[2];
    const f = (x - elbow[0]) * fore[0] + (y - elbow[1]) * fore[1] + (z - elbow[2]) * fore[2];
    const atElbow = Math.exp(-(u * u + f * f) * 3.2);
    const aboveCuff = Math.exp(-((f - reach + 0.16) ** 2) * 26);
    const wrinkles =
      0.02 *
      Math.sin(f * 15 - u * 9 + Math.sin(x * 5 + z * 4) * 1.6) *
      (0.07 + 1.15 * atElbow + 0.45 * aboveCuff);
    return wrinkles * (sleeve.material === Material.Leather ? 1.2 : 1);
  };
  buildBones(figure, 'sleeves', sleeve.material, bare(sleeve.loose), (p) => sleeve.colour(...p), {
    blend: 0.1,
    step: 0.052,
    relief,
  });
  if (sleeve.cuff)
    ringAround(
      figure,
      'cuffs',
      sleeve.material,
      mixVec(elbow, wrist, 0.9),
      mixVec(elbow, wrist, 1.08),
      FLESH[3] + 0.8 * sleeve.loose + 0.06,
      sleeve.cuff,
    );
  if (sleeve.plates) plates(figure, elbow, wrist, sleeve.plates);
}

function shortSleeve(figure: Figure, shoulder: Vec3, elbow: Vec3, sleeve: Sleeve): void {
  const end = mixVec(shoulder, elbow, 0.62);
  const axis = unit(subtract(elbow, shoulder));
  buildBones(
    figure,
    'sleeves',
    sleeve.material,
    [bone(shoulder, end, 0.42 + sleeve.loose, 0.385 + sleeve.loose)],
    (p) => sleeve.colour(...p),
    {
      // Cut off square, a little wider than the arm.
      relief: (x, y, z) => {
        const along = (x - end[0]) * axis[0] + (y - end[1]) * axis[1] + (z - end[2]) * axis[2];
        return (along > 0.06 ? 9 * (along - 0.06) : 0) + 0.008 * Math.sin(along * 21);
      },
      step: 0.05,
    },
  );
  ringAround(
    figure,
    'cuffs',
    sleeve.material,
    mixVec(shoulder, elbow, 0.6),
    mixVec(shoulder, elbow, 0.66),
    0.4 + sleeve.loose,
    sleeve.cuff ?? dimmed(sleeve.colour(...end), 0.92),
  );
}

/** A flat ring of cloth around a limb. */
function ringAround(
  figure: Figure,
  name: string,
  material: Material,
  from: Vec3,
  to: Vec3,
  radius: number,
  colour: Vec3,
): void {
  figure.mesh.begin(name, material, figure.bodyFrame);
  sweepTube(figure.mesh, [from, mixVec(from, to, 0.33), mixVec(from, to, 0.67), to], {
    width: (t) => radius * (0.93 + 0.07 * Math.sin(Math.PI * t)),
    outward: () => [0.31, 0.2, 1],
    colour: () => colour,
    around: 24,
    rings: 10,
  });
}

/** Vambrace and elbow cop of plate armour. */
function plates(figure: Figure, elbow: Vec3, wrist: Vec3, steel: Vec3): void {
  const axis = unit(subtract(wrist, elbow));
  const side = unit([axis[1], -axis[0], 0.2]);
  const third = unit([
    axis[1] * side[2] - axis[2] * side[1],
    axis[2] * side[0] - axis[0] * side[2],
    axis[0] * side[1] - axis[1] * side[0],
  ]);
  figure.mesh.begin('vambraces', Material.Metal, figure.bodyFrame);
  laySheet(
    figure.mesh,
    (u, v) => {
      const a = u * 2 * Math.PI;
      const p = mixVec(elbow, wrist, mix(0.22, 0.94, v));
      const r = mix(0.36, 0.25, v) + 0.03 * (v > 0.93 || v < 0.06 ? 1 : 0);
      return [0, 1, 2].map(
        (j) => p[j] + (side[j] * Math.cos(a) + third[j] * Math.sin(a)) * r,
      ) as unknown as Vec3;
    },
    { columns: 40, rows: 16, colour: () => steel, outward: (p) => subtract(p, mixVec(elbow, wrist, 0.5)) },
  );
  buildBones(
    figure,
    'couters',
    Material.Metal,
    [bone(mixVec(elbow, wrist, -0.04), mixVec(elbow, wrist, 0.06), 0.4)],
    () => steel,
  );
}
