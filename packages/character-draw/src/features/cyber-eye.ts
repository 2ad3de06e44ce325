import { corner, ellipsePoints, type Point2 } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import { irisPoints } from './draw-iris.js';
import type { EyeShape } from './eye-shape.js';

const METAL = '#8d97b5';
const EDGE = '#171a26';

/** A plate of metal with a lens, in place of the eye on the viewer's right. */
export function drawCyberEye(scene: Scene, eye: EyeShape): void {
  const { glow } = scene.character;
  const { at, openHeight: h } = eye;
  const on = (u: number, v: number): Point2 => at(u, v * h);
  const plate = (points: readonly (readonly [number, number])[]) =>
    points.map(([u, v]) => {
      const [x, y] = on(u, v);
      return corner(x, y);
    });
  const outline = { base: EDGE, shadow: EDGE, deep: EDGE, light: METAL, line: EDGE };
  scene.shape(
    plate([
      [-1.3, -1.5],
      [0.2, -1.85],
      [1.35, -1.6],
      [1.75, -0.3],
      [1.6, 1.6],
      [0.9, 2.5],
      [-0.2, 2],
      [-1.25, 1.3],
    ]),
    '#3b4154',
    { outline },
  );
  scene.shape(
    plate([
      [0.4, -1.8],
      [1.35, -1.6],
      [1.75, -0.3],
      [1.6, 1.6],
      [0.9, 2.5],
      [1.1, 0.6],
    ]),
    '#262a3a',
  );
  scene.stroke([on(-1.2, -1.36), on(0.2, -1.7), on(1.2, -1.5)], 2.4, METAL);
  const lens = { ...eye, iris: [0, eye.iris[1]] as const, irisRadius: h * 0.95 };
  const rings: readonly (readonly [share: number, fill: string, opacity: number])[] = [
    [1.25, '#11131d', 1],
    [1.02, glow.hex, 0.25],
    [0.84, '#11131d', 1],
    [0.6, glow.hex, 0.9],
    [0.4, '#0b2a33', 1],
    [0.2, '#ffffff', 1],
  ];
  for (const [share, fill, opacity] of rings)
    scene.shape(irisPoints(lens, share, { count: 18, round: 1 }), fill, { opacity });
  for (let i = 0; i < 4; i++) {
    const angle = (i * Math.PI) / 2 + 0.78;
    scene.stroke(
      [on(Math.cos(angle) * 0.62, Math.sin(angle) * 0.95), on(Math.cos(angle) * 0.85, Math.sin(angle) * 1.3)],
      4,
      METAL,
      { taper: 'none' },
    );
  }
  for (const [u, v] of [
    [-1, -1.1],
    [1.45, -1.1],
    [1.3, 1.4],
    [-0.9, 1.15],
  ])
    scene.shape(ellipsePoints(on(u, v), 3 * scene.unit, 3 * scene.unit, 8), METAL, { outline, weight: 0.5 });
  const centre = on(0, 0);
  scene.shape(
    irisPoints({ ...lens, irisRadius: h * 2.2 }, 1, { count: 18, round: 1 }),
    scene.document.radial(centre, h * 2.2 * scene.rig.view.scale, [
      [0, glow.hex, 0.55],
      [1, glow.hex, 0],
    ]),
  );
}
