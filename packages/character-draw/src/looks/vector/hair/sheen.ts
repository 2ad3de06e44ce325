import { clamp } from '@avatar/image';
import { corner, sample3, splinePath, spread3, type PathData, type Point2 } from '@avatar/vector';
import type { Lock } from '../../../hair/lock.js';
import type { Rig } from '../../../rig/rig.js';
import type { Scene } from '../scene.js';

/** The part of a lock that crosses the latitude of the light on the dome. */
export function glossRange(rig: Rig, lock: Lock): readonly [start: number, end: number] | undefined {
  const points = spread3(sample3(lock.centre, 6), 30);
  let start: number | undefined;
  let end = 0;
  for (let i = 0; i < 30; i++) {
    const [x, y, z] = points[i];
    const distance = Math.hypot(x, y + 0.42, z + 0.08) || 1;
    const elevation = (Math.asin(clamp(-(y + 0.42) / distance, -1, 1)) * 180) / Math.PI;
    const isLit =
      elevation < 50 + lock.tone * 5 && elevation > 26 + lock.tone * 4 && rig.turn(points[i])[2] > -0.1;
    if (isLit) {
      start ??= i / 29;
      end = i / 29;
    } else if (start !== undefined) break;
  }
  return start !== undefined && end - start > 0.04 ? [start, end] : undefined;
}

/** Widths of the teeth in degrees: large, middle and small in turn. */
const TEETH = [13, 6, 17, 8, 11, 5, 15, 7, 10];

/** The band of light around smooth hair: round on top, pointed below, with a gap. */
export function drawSheen(scene: Scene, hairPath: PathData): void {
  const { sheen } = scene.hairdo;
  if (!sheen) return;
  const { rig, palette } = scene;
  const random = scene.person.random(11);
  const height = (sheen.thickness ?? 9) * scene.ifInked(1.15, 0.9);
  const elevation = (sheen.elevation ?? 41) + scene.ifInked(2, 0);
  const yawDegrees = (rig.view.yawRad * 180) / Math.PI;
  const [first, last] = [-74, 60];
  const on = (azimuth: number, up: number): Point2 => {
    const [x, y, z] = rig.scalp(
      azimuth - yawDegrees * 0.85,
      up + 4 * Math.cos((azimuth / 57) * 1.6),
      sheen.lift,
    );
    return rig.at(x, y, z);
  };
  const band = (size: number, from: number, to: number, tooth: number): PathData => {
    const upper: Point2[] = [];
    const lower: Point2[] = [];
    for (let azimuth = from, i = tooth; azimuth < to; i++) {
      const width = TEETH[i % TEETH.length] * (0.9 + 0.3 * random());
      const swell = Math.sin(Math.PI * clamp(0.12 + (0.76 * (azimuth - first)) / (last - first)));
      upper.push(
        on(azimuth, elevation + size * 0.42 * swell),
        on(azimuth + width * 0.5, elevation + size * 0.6 * swell),
      );
      const depth = width > 10 ? 1.25 : width > 7 ? 0.8 : 0.5;
      lower.push(
        corner(...xy(on(azimuth + width * 0.45, elevation - size * depth * swell))),
        corner(...xy(on(azimuth + width * 0.95, elevation - size * 0.12 * swell))),
      );
      azimuth += width;
    }
    upper[0] = corner(...xy(upper[0]));
    return splinePath([...upper, ...lower.reverse()], true);
  };
  const fill = scene.ifInked(palette.hair.glint, palette.hair.light);
  const opacity = scene.ifInked(0.72, 0.5);
  scene.within(scene.document.clipPath(hairPath), () => {
    scene.fill(band(height, first, 14, 0), fill, { opacity });
    scene.fill(band(height * 0.9, 24, last, 3), fill, { opacity: opacity * 0.85 });
    if (scene.isInked)
      scene.stroke(
        [
          on(-52, elevation - height * 1.5),
          on(-34, elevation - height * 1.35),
          on(-12, elevation - height * 1.45),
        ],
        2.6,
        fill,
        { opacity: 0.6 },
      );
  });
}

const xy = ([x, y]: Point2): [number, number] => [x, y];
