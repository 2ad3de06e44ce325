import { corner, mixColours, splinePath, type HexColour, type Point2 } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import type { MouthGeometry } from './mouth-shape.js';

/** Colours of the lips. */
export interface Lips {
  readonly colour: HexColour;
  readonly dark: HexColour;
  readonly line: HexColour;
  /** How much of their colour shows, 0 to 1. */
  readonly share: number;
}

const HOLLOW = '#5d1c2a';
const TONGUE = '#d8636b';
const TEETH = '#fffdfa';

/** Cavity and tongue within an open mouth, and its ink. */
function drawOpen(
  scene: Scene,
  lips: Lips,
  upper: readonly Point2[],
  lower: readonly Point2[],
  inside: () => void,
): void {
  const outline = [...upper, ...lower].map(([x, y], i): Point2 =>
    i === 0 || i === upper.length - 1 ? corner(x, y) : [x, y],
  );
  const path = splinePath(outline, true);
  scene.fill(path, HOLLOW);
  scene.within(scene.document.clipPath(path), inside);
  scene.stroke(
    upper,
    scene.ifInked(3.6, 2.6),
    scene.ifInked(lips.line, mixColours(lips.dark, scene.palette.ink, 0.5)),
    {
      taper: 'soft',
    },
  );
  if (scene.isInked)
    scene.stroke([upper[upper.length - 1], ...lower, upper[0]], 2.2, lips.line, {
      taper: 'soft',
      opacity: 0.85,
    });
}

/** Teeth above, tongue below. */
export function drawSmile(scene: Scene, { halfWidth: w, fullness, at }: MouthGeometry, lips: Lips): void {
  const { palette } = scene;
  const { open, smile } = scene.person.expression;
  const height = 0.05 + 0.27 * open;
  const rise = -0.075 * smile;
  const lift = (share: number) => rise * Math.abs(share) ** 1.7;
  const upper = [-1, -0.7, -0.35, 0, 0.35, 0.7, 1].map((share) =>
    at(share * w, lift(share) + 0.012 * (1 - share * share)),
  );
  const lower = [
    [0.86, 0.36],
    [0.5, 0.86],
    [0, 1],
    [-0.5, 0.86],
    [-0.86, 0.36],
  ].map(([share, v]) => at(share * w, rise * (1 - v) * 0.7 + v * height));
  if (lips.share > 0.2 || !scene.isInked) {
    const outer = [
      [-1, 0],
      [-0.5, -0.045],
      [-0.15, -0.062],
      [0, -0.045],
      [0.15, -0.062],
      [0.5, -0.045],
      [1, 0],
    ].map(([share, dy]) => at(share * w * 1.01, lift(share) + dy * fullness));
    const under = [
      [0.93, 0.3],
      [0.55, 1],
      [0, 1.16],
      [-0.55, 1],
      [-0.93, 0.3],
    ].map(([share, v]) =>
      at(share * w, rise * (1 - v) * 0.5 + v * height + 0.035 * fullness * (1 - Math.abs(share))),
    );
    scene.shape([...outer, ...under], lips.colour, {
      opacity: scene.ifInked(0.75, 1) * Math.max(0.3, lips.share),
    });
  }
  drawOpen(scene, lips, upper, lower, () => {
    drawTongue(scene, at, w, height);
    scene.shape(
      [
        ...upper,
        ...[0.85, 0.45, 0, -0.45, -0.85].map((share) =>
          at(share * w * 0.98, lift(share) * 0.9 + (0.055 + 0.05 * open) * (1 - 0.5 * share * share)),
        ),
      ],
      TEETH,
    );
  });
  drawUnderLip(scene, at, w, height, fullness);
  for (const side of [-1, 1])
    scene.stroke(
      [at(side * w, rise - 0.02), at(side * (w + 0.025), rise + 0.005), at(side * (w + 0.02), rise + 0.035)],
      2.8,
      palette.skin.line,
      { opacity: 0.8 },
    );
}

/** Open in astonishment. */
export function drawRound(scene: Scene, { halfWidth: w, fullness, at }: MouthGeometry, lips: Lips): void {
  const height = 0.05 + 0.27 * scene.person.expression.open;
  const upper = [
    [-1, 0],
    [-0.6, -0.6],
    [0, -0.75],
    [0.6, -0.6],
    [1, 0],
  ].map(([share, v]) => at(share * w, v * height));
  const lower = [
    [0.65, 0.75],
    [0, 1],
    [-0.65, 0.75],
  ].map(([share, v]) => at(share * w, v * height));
  if (lips.share > 0.2 || !scene.isInked) {
    const ring = Array.from({ length: 14 }, (_, i) => {
      const angle = (i / 14) * 2 * Math.PI;
      const thick = 0.05 * fullness;
      return at(
        Math.cos(angle) * (w + thick * 0.8),
        Math.sin(angle) * (height * (Math.sin(angle) > 0 ? 1 : 0.75) + thick),
      );
    });
    scene.shape(ring, lips.colour, { opacity: scene.ifInked(0.75, 1) * Math.max(0.3, lips.share) });
  }
  drawOpen(scene, lips, upper, lower, () => drawTongue(scene, at, w, height));
  drawUnderLip(scene, at, w, height, fullness);
}

function drawTongue(scene: Scene, at: MouthGeometry['at'], w: number, height: number): void {
  scene.shape(
    [
      at(-w * 0.62, height * 0.72),
      at(0, height * 0.5),
      at(w * 0.62, height * 0.72),
      at(w * 0.5, height * 1.4),
      at(-w * 0.5, height * 1.4),
    ],
    TONGUE,
  );
}

function drawUnderLip(
  scene: Scene,
  at: MouthGeometry['at'],
  w: number,
  height: number,
  fullness: number,
): void {
  const below = (share: number) => height + share * fullness * 0.8;
  scene.shape(
    [
      at(-w * 0.4, below(0.07) + 0.02),
      at(0, below(0.06) + 0.018),
      at(w * 0.4, below(0.07) + 0.02),
      at(0, below(0.1) + 0.03),
    ],
    scene.palette.skin.shadow,
    { opacity: 0.7 },
  );
}
