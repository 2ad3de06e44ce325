import type { HairCap, Lock } from '../../../hair/index.js';
import type { Rig } from '../../../rig/index.js';
import { linear, mixColours } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { pushAlong, type Field } from '../render/field.js';
import { Material } from '../render/materials.js';
import { clamp, mix, mixVec, smoothstep, unit, vec3, type Vec3 } from '../render/maths.js';
import { laySheet } from '../render/sheet.js';
import { hairEdge } from './hair-edge.js';
import { awayFromHead } from './lock-mesh.js';

const COLUMNS = 180;
const ROWS = 34;
/** Elevation on the scalp of the hair's edge in the nape, degrees. */
const NAPE = -58;
/** How much farther down the neck the nape reaches than the ellipsoid of the scalp, units. */
const NAPE_DROP = 0.26;
/** Length of the hairs that run out into the skin, in units. */
const ROOT_LENGTH = 0.1;

/** The hair close to the skull; its edge runs out into the skin in single strands. */
export function buildScalpCap(
  figure: Figure,
  cap: HairCap,
  locks: readonly Lock[],
  isPressed: boolean,
  skin: Field,
): void {
  const { rig, hair } = figure;
  const { style } = rig.person.character.hair;
  const edge = hairEdge(rig, cap, NAPE, hasCurtain(locks));
  const shaved = style === 'buzz' ? 1 : cap.fades ? 0.55 : 0;
  const colour = linear(shaved > 0 ? mixColours(hair.base, hair.low, 0.3) : hair.base);
  const lift = isPressed ? 0.045 : Math.max(shaved > 0 ? 0.03 : 0.07, cap.lift * (shaved > 0 ? 1 : 1.1));
  const crown = isPressed ? lift : clamp(crownLift(rig, locks), lift, lift + 0.08);
  figure.mesh.begin('hair_cap', Material.Roots, figure.headFrame);
  const place = (u: number, v: number) => {
    const azimuth = mix(-180, 180, u);
    const from = edge(azimuth);
    return { azimuth, from, elevation: mix(from, 90, v) };
  };
  laySheet(
    figure.mesh,
    (u, v) => {
      const { azimuth, elevation } = place(u, v);
      const near = lift * smoothstep(-0.05, 0.13, v);
      const high = smoothstep(0.12, 0.5, v) * smoothstep(22, 55, elevation);
      const p = vec3(rig.scalp(azimuth, elevation, mix(near, crown, high) + 0.012));
      // The forehead is fuller than the scalp's ellipsoid.
      const behind = smoothstep(95, 125, Math.abs(azimuth)) * smoothstep(-12, -34, elevation);
      if (behind > 0) {
        const low: Vec3 = [p[0], p[1] + behind * NAPE_DROP * smoothstep(-30, NAPE, elevation), p[2]];
        return pushAlong(skin, low, near + 0.012, unit([low[0], 0, low[2] + 0.3]));
      }
      const share = smoothstep(46, 30, elevation) * smoothstep(92, 74, Math.abs(azimuth));
      return share > 0
        ? mixVec(p, pushAlong(figure.headSurface.field, p, 0.02, unit(awayFromHead(p))), share)
        : p;
    },
    {
      columns: COLUMNS,
      rows: ROWS,
      colour: () => colour,
      outward: awayFromHead,
      rest: (u, v): Vec3 => {
        const { azimuth, elevation } = place(u, v);
        const fromEdge = distanceToEdge(edge, azimuth, elevation);
        const side = smoothstep(38, 66, Math.abs(azimuth));
        // Shaved sides let the skin through, more towards the edge.
        const thin = shaved === 1 ? 0.2 : shaved > 0 ? side * 0.6 * (1 - smoothstep(0.1, 0.75, fromEdge)) : 0;
        const length = shaved > 0 ? mix(ROOT_LENGTH, 0.4, side * shaved) : ROOT_LENGTH;
        return [azimuth * 1.6, clamp(fromEdge / length, -1, 6), thin];
      },
    },
  );
}

/** Length of a degree on the scalp, units. */
const DEGREE = (Math.PI * 1.12) / 180;

/** Distance from a place in the hair to the nearest skin, units; the edge may run steeply. */
function distanceToEdge(edge: (azimuth: number) => number, azimuth: number, elevation: number): number {
  const flat = Math.max(0.35, Math.cos((elevation * Math.PI) / 180));
  let nearest = Infinity;
  for (let aside = -9; aside <= 9; aside += 1.5) {
    const above = Math.max(0, elevation - edge(azimuth + aside));
    nearest = Math.min(nearest, (aside * flat) ** 2 + above * above);
  }
  return Math.sqrt(nearest) * DEGREE;
}

/** Whether hair falls past the cheeks on both sides of the face. */
const hasCurtain = (locks: readonly Lock[]): boolean =>
  [-1, 1].every((side) =>
    locks.some(
      ({ layer, centre }) =>
        layer === 'front' && centre.some(([x, y, z]) => side * x > 0.6 && y > 0.5 && z > 0.2),
    ),
  );

/** How high the lower locks run over the crown: the cap fills the gap below them. */
function crownLift({ head }: Rig, locks: readonly Lock[]): number {
  const heights = locks
    .filter((lock) => lock.layer === 'front')
    .flatMap((lock) => lock.centre)
    .filter(([, y]) => y < -1.05)
    .map(
      ([x, y, z]) => Math.hypot(x / (1.02 * head.width), (y + 0.42) / 1.09, (z + 0.08) / 1.1) * 1.09 - 1.09,
    )
    .sort((a, b) => a - b);
  return heights.length === 0 ? 0 : heights[Math.floor(heights.length * 0.15)];
}
