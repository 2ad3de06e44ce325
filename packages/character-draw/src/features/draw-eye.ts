import { clamp, mix } from '@avatar/image';
import { lightnessOf, mixColours, shade, splinePath, type HexColour, type Point2 } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import { drawCyberEye } from './cyber-eye.js';
import { drawIris } from './draw-iris.js';
import { drawLashes } from './draw-lashes.js';
import { drawCrowsFeet, drawLids } from './draw-lids.js';
import { LAUGHING_ARC } from './shut-line.js';
import { eyeShape, type EyeShape, type Side } from './eye-shape.js';

export function drawEye(scene: Scene, side: Side): void {
  const eye = eyeShape(scene.rig, side, scene.isInked);
  if (scene.character.effects.includes('cyber_eye') && side === 1) {
    drawCyberEye(scene, eye);
    return;
  }
  const { ink, brow } = scene.palette;
  const lash = mixColours(ink, shade(brow, { light: scene.ifInked(-0.2, -0.16) }), scene.ifInked(0.35, 0.3));
  if (eye.isShut) drawShutEye(scene, eye, lash);
  else {
    drawSocket(scene, eye);
    drawBall(scene, eye);
    drawLashes(scene, eye, lash);
    drawLids(scene, eye, lash);
  }
  drawCrowsFeet(scene, eye);
}

/** An arc, as laughing eyes are drawn. */
function drawShutEye(scene: Scene, { at, lashShare }: EyeShape, lash: HexColour): void {
  const on = (points: readonly (readonly [number, number])[]) => points.map(([u, v]) => at(u, v * 0.17));
  scene.stroke(
    LAUGHING_ARC.map(([u, dy]) => at(u, dy)),
    7,
    lash,
    {
      taper: (t) => 0.35 + 0.65 * Math.sin(Math.PI * t),
    },
  );
  if (lashShare > 0.2)
    for (const [u, v, du, dv] of [
      [0.8, 0, 0.3, -0.02],
      [0.55, -0.36, 0.28, -0.28],
    ])
      scene.stroke(
        on([
          [u, v],
          [u + du * lashShare * 0.9, v + dv],
        ]),
        4,
        lash,
        { taper: 'out' },
      );
  scene.stroke(
    on([
      [-0.5, 0.75],
      [0, 0.62],
      [0.5, 0.72],
    ]),
    2,
    scene.palette.skin.line,
    { opacity: 0.5 },
  );
}

/** Shade between lid and crease, and eye shadow. */
function drawSocket(scene: Scene, { upper, lower, curves, at }: EyeShape): void {
  const { palette, character } = scene;
  scene.shape(
    [
      ...upper.map(([u, dy]) => at(u * 1.05, dy < 0 ? dy * 1.36 - 0.02 : dy)),
      ...lower.map(([u, dy]) => at(u, dy * 0.3)),
    ],
    palette.skin.shadow,
    { opacity: scene.ifInked(curves.isHeavy ? 0.85 : 0.6, 0.75) },
  );
  const makeup = character.makeup.hex;
  if (makeup !== undefined)
    scene.shape(
      [
        ...upper.map(([u, dy]) => at(u * 1.12 + 0.06, dy < 0 ? dy * 1.55 - 0.03 : dy - 0.02)),
        at(0.6, -0.02),
        at(-0.4, -0.02),
      ],
      makeup,
      { opacity: 0.45 },
    );
}

function drawBall(scene: Scene, eye: EyeShape): void {
  const { upper, lower, at } = eye;
  const white = splinePath(
    [...upper, ...lower.slice(1, -1)].map(([u, dy]) => at(u, dy)),
    true,
  );
  const isDarkSkin = lightnessOf(scene.character.skin.hex) < 0.5;
  scene.fill(white, isDarkSkin ? '#f1e9e6' : '#fdf8f6');
  scene.within(scene.document.clipPath(white), () => {
    drawIris(scene, eye);
    // The lid shades the ball.
    const depth = scene.ifInked(0.06, 0.05);
    scene.shape(
      [
        ...upper.map(([u, dy]) => at(u, dy)),
        ...[...upper].reverse().map(([u, dy]) => at(u * 0.98, dy + depth * (1 - Math.abs(u) * 0.4))),
      ],
      scene.ifInked('#4d3f66', '#3d3145'),
      { opacity: scene.ifInked(0.4, 0.26) },
    );
    drawCatchLights(scene, eye);
  });
}

/** Always at the viewer's left, where the light comes from. */
function drawCatchLights(scene: Scene, { side, at, iris, irisRadius: r, halfWidth }: EyeShape): void {
  const { masculine, age, character } = scene.person;
  const light = (x: number, y: number, rx: number, ry: number, opacity = 1, turn = 0) =>
    scene.shape(
      Array.from({ length: 14 }, (_, i): Point2 => {
        const angle = (i / 14) * 2 * Math.PI;
        const px = Math.cos(angle) * rx;
        const py = Math.sin(angle) * ry;
        const u = x + px * Math.cos(turn) - py * Math.sin(turn);
        const v = y + px * Math.sin(turn) + py * Math.cos(turn);
        return at(iris[0] + (side * u * r) / halfWidth, iris[1] + v * r);
      }),
      '#ffffff',
      { opacity },
    );
  if (!scene.isInked) {
    light(-0.3, -0.3, 0.17, 0.17, 0.95);
    return;
  }
  const size = mix(1, 0.74, clamp(masculine * 0.9 + age * 0.3));
  switch (character.eyes.iris) {
    case 'ring':
      light(-0.3, -0.42, 0.3 * size, 0.19 * size, 1, -0.5);
      light(0.34, 0.4, 0.11 * size, 0.12 * size, 0.8);
      break;
    case 'split':
      light(-0.36, -0.36, 0.2 * size, 0.26 * size, 1, 0.5);
      light(-0.1, -0.62, 0.09, 0.08, 0.9);
      break;
    default:
      light(-0.36, -0.34, 0.24 * size, 0.3 * size, 1, 0.3);
      light(0.36, 0.42, 0.12 * size, 0.13 * size, 0.85);
      if (masculine < 0.5) light(0.16, 0.62, 0.07, 0.06, 0.6);
  }
}
