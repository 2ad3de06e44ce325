import type { Rig } from '../../../rig/index.js';
import { capsule, ellipsoid, intersection, union, type Field } from '../render/field.js';
import { bump, clamp, mix, smoothstep, type Vec3 } from '../render/maths.js';

/** The naked body below the head, in body space, and the measures that clothes hang on. */
export interface BodyField {
  readonly field: Field;
  /** Soft folds of cloth at a point: how far it stands out from a smooth garment, units. */
  readonly folds: Field;
  readonly neck: number;
  readonly shoulder: number;
  /** Height of the shoulder line. */
  readonly top: number;
  readonly waist: number;
  /** Whether both arms hang down as part of the body. */
  readonly armsHang: boolean;
  /** Whether the chest is drawn with a bust. */
  readonly bust: number;
}

/**
 * @param armsHang false while arms are built on their own: for a gesture, or a whole figure
 * @param flare how clothes widen below the waist, share a unit
 */
export function bodyFieldOf(rig: Rig, armsHang: boolean, flare = 0): BodyField {
  const { neck: nk, shoulder: sh, top, waist } = rig.body;
  const { build } = rig.person.character.body;
  const bust = clamp((0.62 - rig.person.masculine) * 1.6) * mix(0.8, 1.15, build);
  const belly = Math.max(0, build - 0.45) * 0.6;
  const chestWidth = sh * (armsHang ? 0.8 : 0.84);
  const hipWidth = waist * 1.02 + belly * 0.2;
  const neckFrom: Vec3 = [0, 0.5, -0.3];
  const neckTo: Vec3 = [0, 2.2, -0.2];
  const field: Field = (x, y, z) => {
    const ax = x < 0 ? -x : x;
    let d = capsule(x, y, z, neckFrom, neckTo, nk * 0.84, nk * 0.98);
    if (y < 0.9) return d;
    let t = capsule(ax, y, z, [0.2, 1.72, -0.25], [sh * 0.72, top + 0.36, -0.2], 0.24, 0.4);
    t = union(
      t,
      capsule(ax, y, z, [sh * 0.3, top + 0.6, -0.15], [sh * 0.74, top + 0.46, -0.18], 0.46, 0.42),
      0.25,
    );
    const down = clamp((y - 3) / 2);
    const skirt = 1 + flare * Math.max(0, y - 4.9);
    const rx = mix(chestWidth, hipWidth, smoothstep(0, 1, down)) * skirt;
    const deep = (0.74 + belly * smoothstep(3.2, 4.6, y)) * skirt;
    const qz = (z + 0.1) / deep;
    const q = Math.sqrt((x * x) / (rx * rx) + qz * qz);
    t = union(t, intersection((q - 1) * 0.74 * skirt, 2.7 - y, 0.6), 0.5);
    if (armsHang) {
      const upper = capsule(
        ax,
        y,
        z,
        [sh * 0.9, top + 0.52, -0.13],
        [sh * 1.04 + 0.06, top + 2.2, -0.16],
        0.38,
        0.32,
      );
      // Soft over the shoulder, a crease down from the armpit.
      t = union(t, upper, mix(0.3, 0.035, smoothstep(top + 0.25, top + 1.0, y)));
      if (y > top + 1.6)
        t = union(
          t,
          capsule(ax, y, z, [sh * 1.04 + 0.06, top + 2.2, -0.16], [sh * 1.02, top + 3.9, 0.12], 0.32, 0.25),
          0.08,
        );
    }
    if (bust > 0) t = union(t, ellipsoid(ax, y, z, [0.46, 3.4, 0.4], [0.42, 0.42, 0.34 * 0.75 * bust]), 0.28);
    else t = union(t, ellipsoid(ax, y, z, [sh * 0.38, top + 0.95, 0.28], [0.52, 0.42, 0.34]), 0.34);
    d = union(d, t, 0.26);
    if (z > 0 && y < 2.7 && y > 1.8)
      d = union(d, capsule(ax, y, z, [0.12, top + 0.17, 0.3], [sh * 0.5, top + 0.04, 0.12], 0.015), 0.13);
    // Sinews of the neck, from behind the ear to the collar bones.
    if (y < top + 0.25 && z > -0.2)
      d -=
        0.02 *
        bump(ax - mix(nk * 0.8, 0.13, clamp((y - 1.2) / (top - 1.05))), 0.075) *
        smoothstep(1.2, 1.6, y);
    return d;
  };
  const seed = rig.person.random(61);
  const phase = seed() * 6;
  const folds: Field = (x, y, z) => {
    const ax = x < 0 ? -x : x;
    const dx = ax - sh * 0.76;
    const dy = y - top - 1.15;
    const r = Math.sqrt(dx * dx + dy * dy + 0.02);
    let fold =
      0.03 *
      Math.sin(6 * Math.atan2(dy, dx) + (x > 0 ? 0.8 : 0) + phase * 0.3) *
      smoothstep(1.6, 0.45, r) *
      smoothstep(0.1, 0.45, r) *
      smoothstep(0.15, -0.25, dx);
    fold +=
      0.015 *
      Math.sin(y * 5.2 + x * 2.1 + Math.sin(x * 3.1 + phase) * 0.9) *
      smoothstep(top + 0.5, top + 1.3, y);
    if (ax > sh * 0.82)
      fold +=
        0.014 *
        Math.sin(y * 8.5 + z * 5 + Math.sin(y * 2.3) * 1.6 + phase) *
        smoothstep(top + 0.9, top + 1.6, y);
    // A skirt falls in pleats.
    if (flare > 0.1 && y > 4.9)
      fold += 0.06 * Math.min(1, (y - 4.9) / 2) * Math.sin(Math.atan2(x, z + 0.1) * 13 + phase);
    return fold;
  };
  return { field, folds, neck: nk, shoulder: sh, top, waist, armsHang, bust };
}
