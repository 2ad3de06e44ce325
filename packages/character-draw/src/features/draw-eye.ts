import { clamp, mix } from '@avatar/image';
import {
  inkStroke,
  lightnessOf,
  mixColours,
  polygonPath,
  sample2,
  shade,
  splinePath,
  type HexColour,
  type Point2,
} from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import { drawCyberEye } from './cyber-eye.js';
import { drawIris } from './draw-iris.js';
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
    on([
      [-1, 0.3],
      [-0.62, -0.28],
      [0, -0.6],
      [0.62, -0.3],
      [1.05, 0.28],
    ]),
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

/** The lash line: a ribbon that is heaviest in its outer third, and a few spikes. */
function drawLashes(scene: Scene, eye: EyeShape, lash: HexColour): void {
  const { isInked, unit } = scene;
  const { masculine, age, character } = scene.person;
  const { lashes } = character.eyes;
  const { upper, curves, at, lidHeight, lowerHeight } = eye;
  const reach = (isInked ? 0.06 + 0.2 * lashes : 0.03 + 0.12 * lashes) * mix(1, 0.45, masculine);
  const weight =
    (isInked
      ? mix(6, 8.8, lashes) * mix(1, 0.8, masculine)
      : mix(4.4, 6.8, lashes) * mix(1, 0.88, masculine)) *
    unit *
    (age > 0.6 ? 0.84 : 1);
  const tip = at(
    1.05 + reach + curves.flick[0] * 0.4 * lashes,
    upper[6][1] - 0.02 - 0.1 * lashes * mix(1, 0.3, masculine) + curves.flick[1] * 0.35,
  );
  const line = sample2(
    [...upper.slice(0, 6).map(([u, dy]) => at(u, dy)), at(1.08, upper[6][1] * 0.6 + upper[5][1] * 0.4), tip],
    6,
  );
  const peak = masculine > 0.6 ? 1 : 1.25;
  const power = masculine > 0.6 ? 0.62 : 0.8;
  const above = line.map(([x, y], i): Point2 => {
    const t = i / (line.length - 1);
    return [x, y - weight * (0.2 + 0.8 * Math.sin(Math.PI * Math.min(0.999, t ** peak)) ** power) * 0.86];
  });
  const below = line.map(([x, y], i): Point2 => [x, y + 1.3 * unit * (1 - i / (line.length - 1))]);
  scene.fill(polygonPath([...below, ...above.reverse()]), lash);
  if (isInked && masculine < 0.75)
    scene.stroke(
      line
        .slice(8, 26)
        .filter((_, i) => i % 3 === 0)
        .map(([x, y]): Point2 => [x, y - weight * 0.12]),
      2.2,
      mixColours(lash, '#b4553f', 0.5),
      { opacity: 0.55 },
    );
  for (const [u, v, du, dv] of spikes(lashes)) {
    const height =
      v +
      (curves === undefined
        ? 0
        : curves.flick[1] < -0.1
          ? -0.22
          : curves.isHeavy || curves.hasFold
            ? 0.22
            : 0);
    scene.stroke(
      [
        at(u - 0.1, height * lidHeight),
        at(u + du * 0.45, (height + dv * 0.3) * lidHeight - 0.012),
        at(u + du * 1.15, (height + dv) * lidHeight - 0.03),
      ],
      scene.ifInked(5.2, 3.6),
      lash,
      { taper: 'out' },
    );
  }
  if (isInked && lashes > 0.6)
    for (const u of [0.72, 0.5])
      scene.stroke(
        [
          at(u, lowerHeight * (0.62 + (0.72 - u) * 0.9)),
          at(u + 0.1, lowerHeight * (0.95 + (0.72 - u) * 0.9)),
        ],
        2.4,
        lash,
        { taper: 'out', opacity: 0.85 },
      );
}

const spikes = (lashes: number): readonly (readonly [u: number, v: number, du: number, dv: number])[] =>
  lashes > 0.8
    ? [
        [0.94, -0.2, 0.3, -0.16],
        [0.76, -0.62, 0.24, -0.3],
        [0.5, -0.9, 0.15, -0.3],
      ]
    : lashes > 0.55
      ? [
          [0.9, -0.34, 0.26, -0.2],
          [0.68, -0.74, 0.16, -0.22],
        ]
      : lashes > 0.42
        ? [[0.9, -0.34, 0.18, -0.14]]
        : [];

/** Lower lid, crease, and what the years add below. */
function drawLids(scene: Scene, eye: EyeShape, lash: HexColour): void {
  const { palette, isInked } = scene;
  const { masculine, age, character, expression } = scene.person;
  const { lower, curves, at, openHeight, lowerHeight } = eye;
  const isPlain = masculine > 0.6 || curves.hasFold;
  const edge = (isPlain ? lower.slice(1, 5) : lower.slice(0, 4)).map(([u, dy]): Point2 => {
    const [x, y] = at(u, dy);
    return [x, y + 1];
  });
  scene.stroke(
    edge,
    scene.ifInked(2.5, 1.7),
    isInked ? mixColours(lash, palette.skin.line, 0.4) : palette.skin.line,
    {
      taper: isPlain ? 'both' : 'out',
      opacity: scene.ifInked(0.85, 0.6),
    },
  );
  if (character.eyes.lid === 'single')
    scene.stroke(
      [
        [0.1, -1.14],
        [0.6, -1],
        [1.05, -0.5],
      ].map(([u, v]) => at(u, v * openHeight - 0.01)),
      1.8,
      palette.skin.line,
      { opacity: 0.45 },
    );
  else {
    const sink = character.eyes.lid === 'hooded' ? 0.8 : 0.95;
    scene.stroke(
      curves.crease.map(([u, v]) => at(u, v * sink * openHeight * mix(0.7, 1, expression.lid) - 0.01)),
      scene.ifInked(curves.isHeavy || curves.hasFold ? 3 : 2.3, 2),
      palette.skin.line,
      {
        taper: curves.hasFold
          ? (t) => Math.sin(Math.PI * Math.min(0.999, t)) ** 0.4 * (0.5 + 0.5 * t)
          : 'both',
        opacity: scene.ifInked(0.72, 0.6),
      },
    );
  }
  const under = (points: readonly (readonly [number, number])[]) =>
    points.map(([u, v]) => at(u, v * lowerHeight));
  if (age > 0.5) {
    scene.shape(
      under([
        [-0.85, 1.2],
        [-0.2, 1.5],
        [0.6, 1.4],
        [0.95, 0.9],
        [0.7, 1.9],
        [-0.1, 2.2],
        [-0.7, 1.75],
      ]),
      palette.skin.shadow,
      { opacity: 0.16 + 0.2 * age },
    );
    scene.document.path(
      inkStroke(
        under([
          [-0.75, 1.85],
          [-0.1, 2.35],
          [0.6, 2.05],
        ]),
        2.1 * scene.unit,
      ),
      { fill: palette.skin.line, opacity: 0.1 + 0.26 * age },
    );
  } else if (isInked && (curves.isHeavy || (character.eyes.design === 'round' && masculine < 0.4)))
    scene.stroke(
      under([
        [-0.4, 1.42],
        [0.05, 1.52],
        [0.5, 1.4],
      ]),
      1.7,
      palette.skin.line,
      { opacity: 0.24 },
    );
}

function drawCrowsFeet(scene: Scene, { at, isShut }: EyeShape): void {
  const { age } = scene.person;
  if (age < 0.5 && !(isShut && age > 0.2)) return;
  for (let i = 0; i < (age > 0.8 ? 3 : 2); i++)
    scene.stroke(
      [at(1.3, i * 0.055), at(1.46, -0.02 + i * 0.075), at(1.6, -0.03 + i * 0.1)],
      2,
      scene.palette.skin.line,
      { taper: 'out', opacity: 0.24 + 0.2 * age },
    );
}
