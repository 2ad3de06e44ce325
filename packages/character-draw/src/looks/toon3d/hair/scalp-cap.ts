import type { HairCap } from '../../../hair/index.js';
import { linear, mixColours } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { Material } from '../render/materials.js';
import { clamp, mix, smoothstep, vec3, type Vec3 } from '../render/maths.js';
import { laySheet } from '../render/sheet.js';
import { hairEdge } from './hair-edge.js';
import { awayFromHead } from './lock-mesh.js';

const COLUMNS = 120;
const ROWS = 34;
/** Length of the hairs that run out into the skin, in units. */
const ROOT_LENGTH = 0.1;

/** The hair close to the skull; its edge runs out into the skin in single strands. */
export function buildScalpCap(figure: Figure, cap: HairCap, isPressed: boolean): void {
  const { rig, hair } = figure;
  const { style } = rig.person.character.hair;
  const edge = hairEdge(rig, cap, mix(-26, -42, cap.nape));
  const shaved = style === 'buzz' ? 1 : cap.fades ? 0.55 : 0;
  const colour = linear(shaved > 0 ? mixColours(hair.base, hair.low, 0.3) : hair.base);
  const lift = isPressed ? 0.045 : Math.max(shaved > 0 ? 0.03 : 0.07, cap.lift * (shaved > 0 ? 1 : 1.1));
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
      return vec3(
        rig.scalp(
          azimuth,
          elevation,
          lift * smoothstep(-0.05, 0.13, v) * (1 + 0.3 * smoothstep(48, 74, elevation)) + 0.012,
        ),
      );
    },
    {
      columns: COLUMNS,
      rows: ROWS,
      colour: () => colour,
      outward: awayFromHead,
      rest: (u, v): Vec3 => {
        const { azimuth, from, elevation } = place(u, v);
        const fromEdge = ((elevation - from) * Math.PI * 1.12) / 180;
        const side = smoothstep(38, 66, Math.abs(azimuth));
        // Shaved sides let the skin through, more towards the edge.
        const thin =
          shaved === 1 ? 0.42 : shaved > 0 ? side * 0.6 * (1 - smoothstep(0.1, 0.75, fromEdge)) : 0;
        const length = shaved > 0 ? mix(ROOT_LENGTH, 0.4, side * shaved) : ROOT_LENGTH;
        return [azimuth * 1.6, clamp(fromEdge / length, -1, 6), thin];
      },
    },
  );
}
