import { mix } from '@avatar/image';
import { inkStroke, mixColours, type HexColour, type Point2 } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import type { EyeShape } from './eye-shape.js';

/** Lower lid, crease, and what the years add below. */
export function drawLids(scene: Scene, eye: EyeShape, lash: HexColour): void {
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
  if (age > 0.2) {
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
      { opacity: 0.36 * age },
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
      { fill: palette.skin.line, opacity: 0.36 * age },
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

export function drawCrowsFeet(scene: Scene, { at, isShut }: EyeShape): void {
  const { age } = scene.person;
  if (age < 0.2) return;
  for (let i = 0; i < (age > 0.8 || (isShut && age > 0.5) ? 3 : 2); i++)
    scene.stroke(
      [at(1.3, i * 0.055), at(1.46, -0.02 + i * 0.075), at(1.45 + 0.15 * age, -0.03 + i * 0.1)],
      2,
      scene.palette.skin.line,
      { taper: 'out', opacity: 0.1 + 0.32 * age },
    );
}
