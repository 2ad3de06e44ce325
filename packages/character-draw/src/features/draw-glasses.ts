import type { GlassesStyle } from '@avatar/character';
import { polygonPath, splinePath, type Point2 } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import { earPoint } from './draw-ear.js';
import { eyeShape, SIDES } from './eye-shape.js';

interface Frame {
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Of the superellipse: 2 is round, more is squarer. */
  readonly exponent: number;
  /** Weight of the rim. */
  readonly rim: number;
  readonly isDark?: boolean;
}

const FRAMES: Readonly<Record<Exclude<GlassesStyle, 'none'>, Frame>> = {
  round: { halfWidth: 0.33, halfHeight: 0.32, exponent: 2, rim: 4.2 },
  rectangle: { halfWidth: 0.36, halfHeight: 0.25, exponent: 4.5, rim: 6.2 },
  half_rim: { halfWidth: 0.36, halfHeight: 0.25, exponent: 3.4, rim: 6.2 },
  cat_eye: { halfWidth: 0.37, halfHeight: 0.27, exponent: 3, rim: 6.2 },
  sunglasses: { halfWidth: 0.38, halfHeight: 0.3, exponent: 3.2, rim: 6.2, isDark: true },
  aviator: { halfWidth: 0.38, halfHeight: 0.34, exponent: 2.6, rim: 4.2, isDark: true },
};

/** Where on the ear an arm ends: at its upper root. */
const EAR_REST = -0.62;

/** Depth of the frame: it bends around the face. */
const depth = (x: number): number => 1.12 - 0.3 * x * x;

export function drawGlasses(scene: Scene): void {
  const { style, hex } = scene.character.glasses;
  if (style === 'none') return;
  const { rig, unit } = scene;
  const frame = FRAMES[style];
  const y = rig.proportions.eyeY + 0.03;
  for (const side of SIDES) {
    const x = eyeShape(rig, side, scene.isInked).x + 0.01;
    const rim = Array.from({ length: 40 }, (_, i) => {
      const [dx, dy] = rimPoint(style, frame, (i / 40) * 2 * Math.PI);
      return rig.at(side * (x + dx), y + dy, depth(x + dx));
    });
    if (side * rig.view.yawRad < 0.25)
      scene.stroke(
        [
          rig.at(side * (x + frame.halfWidth), y - 0.06, depth(x + frame.halfWidth)),
          rig.at(side * rig.head.halfWidth(0) * 0.99, y - 0.1, 0.2),
          earPoint(rig, side, 0.02, EAR_REST),
        ],
        frame.rim * 0.95,
        hex,
        { taper: 'none' },
      );
    drawLens(scene, frame, style, rim, rig.at(side * x, y, depth(x)));
    const outline = splinePath(rim, true);
    if (style === 'half_rim') {
      scene.line(splinePath([...rim.slice(19, 40), rim[0]]), frame.rim, hex);
      scene.line(outline, frame.rim * 0.25, hex, 0.6);
    } else scene.line(outline, frame.rim, hex);
  }
  const inner = eyeShape(rig, 1, scene.isInked).x + 0.03 - frame.halfWidth;
  scene.document.path(
    splinePath([
      rig.at(-inner, y - 0.03, depth(0.1)),
      rig.at(0, y - 0.1, depth(0) + 0.02),
      rig.at(inner, y - 0.03, depth(0.1)),
    ]),
    { stroke: hex, strokeWidth: frame.rim * unit },
  );
}

function rimPoint(style: GlassesStyle, { halfWidth, halfHeight, exponent }: Frame, angle: number): Point2 {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let x = Math.sign(cos) * Math.abs(cos) ** (2 / exponent) * halfWidth;
  let y = Math.sign(sin) * Math.abs(sin) ** (2 / exponent) * halfHeight;
  if (style === 'cat_eye' && cos > 0) {
    const share = Math.max(0, 0.35 - sin * 0.65);
    y -= 0.22 * cos * cos * share;
    x += 0.09 * cos * share;
  }
  if (style === 'aviator') {
    y += 0.03;
    x *= 1 - 0.1 * Math.max(0, sin);
  }
  return [x, y];
}

function drawLens(
  scene: Scene,
  { isDark = false }: Frame,
  style: GlassesStyle,
  rim: readonly Point2[],
  [x, y]: Point2,
): void {
  const outline = splinePath(rim, true);
  const tint = style === 'aviator' ? '#3a4a44' : '#1d1b24';
  scene.fill(outline, isDark ? tint : '#eaf4ff', { opacity: isDark ? 0.88 : 0.08 });
  const k = scene.rig.view.scale;
  scene.within(scene.document.clipPath(outline), () => {
    const band = (from: number, to: number) =>
      polygonPath([
        [x + (from - 0.22) * k, y + 0.4 * k],
        [x + from * k, y - 0.4 * k],
        [x + to * k, y - 0.4 * k],
        [x + (to - 0.22) * k, y + 0.4 * k],
      ]);
    scene.fill(band(-0.06, 0.06), '#ffffff', { opacity: isDark ? 0.22 : 0.17 });
    scene.fill(band(0.11, 0.15), '#ffffff', { opacity: isDark ? 0.16 : 0.12 });
  });
}
