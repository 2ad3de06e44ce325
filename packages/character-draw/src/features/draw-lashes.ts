import { mix } from '@avatar/image';
import { mixColours, polygonPath, sample2, type HexColour, type Point2 } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import type { EyeShape } from './eye-shape.js';

/** The lash line: a ribbon that is heaviest in its outer third, and a few spikes. */
export function drawLashes(scene: Scene, eye: EyeShape, lash: HexColour): void {
  const { isInked, unit } = scene;
  const { masculine, age, character } = scene.person;
  const { lashes } = character.eyes;
  const { upper, curves, at, lidHeight, lowerHeight, closing, shutAt } = eye;
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
    // A lash goes down with its lid, and hangs where the eye is shut.
    const root = mix(height * lidHeight, shutAt(u - 0.1), closing);
    const rise = 1 - 1.4 * closing;
    scene.stroke(
      [
        at(u - 0.1, root),
        at(u + du * 0.45, root + (dv * 0.3 * lidHeight - 0.012) * rise),
        at(u + du * 1.15, root + (dv * lidHeight - 0.03) * rise),
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
