import { hairline, type HairCap } from '../../../hair/index.js';
import type { Rig } from '../../../rig/index.js';
import { clamp, mix, smoothstep } from '../render/maths.js';

const DEGREES = 180 / Math.PI;

/** How far the roots at the temples go down under hair that hangs before them, degrees: else skin shows between its locks. */
const UNDER_CURTAIN = 24;

/**
 * Elevation of the hair's edge on the scalp at an azimuth, both in degrees.
 *
 * @param hasCurtain hair hangs down before the temples
 */
export function hairEdge(
  rig: Rig,
  cap: HairCap,
  napeElevation: number,
  hasCurtain = false,
): (azimuth: number) => number {
  const line = hairline(rig, cap)
    .map(([x, y, z]): [number, number] => [
      Math.atan2(x, z + 0.08) * DEGREES,
      Math.asin(clamp(-(y + 0.42) / 1.09, -1, 1)) * DEGREES,
    ])
    .sort((a, b) => a[0] - b[0]);
  const last = line.length - 1;
  const between = (azimuth: number): number => {
    if (azimuth <= line[0][0]) return line[0][1];
    for (let i = 1; i <= last; i++)
      if (azimuth <= line[i][0]) {
        const t = (azimuth - line[i - 1][0]) / (line[i][0] - line[i - 1][0] || 1);
        return mix(line[i - 1][1], line[i][1], t);
      }
    return line[last][1];
  };
  const raw = (azimuth: number): number => {
    const side = Math.abs(azimuth);
    return side < line[last][0]
      ? between(azimuth)
      : mix(line[last][1], napeElevation, smoothstep(line[last][0], 140, side));
  };
  // The corners at the temples are a drawn accent: on a modelled head they look like holes.
  const smooth = (azimuth: number): number =>
    cap.recession > 0.4
      ? raw(azimuth)
      : Math.min(raw(azimuth), (raw(azimuth - 10) + raw(azimuth + 10)) / 2 + 1);
  const lowered = (azimuth: number): number =>
    UNDER_CURTAIN * smoothstep(26, 44, Math.abs(azimuth)) * smoothstep(100, 70, Math.abs(azimuth));
  const table = Float64Array.from(
    { length: 386 },
    (_, i) => smooth(i - 192) - (hasCurtain ? lowered(i - 192) : 0),
  );
  return (azimuth) => {
    const at = clamp(azimuth + 192, 0, 384.999);
    const i = at | 0;
    return table[i] + (table[i + 1] - table[i]) * (at - i);
  };
}
