import { mixColours, polygonPath, type HexColour, type PathData, type Point2 } from '@avatar/vector';
import type { Scene } from './scene.js';

/** A line of light: a halo of two widths and a bright core. */
export function drawGlow(scene: Scene, path: PathData, colour: HexColour, width: number): void {
  scene.line(path, width * 3.2, colour, 0.22);
  scene.line(path, width * 1.7, colour, 0.5);
  scene.line(path, width * 0.7, mixColours(colour, '#ffffff', 0.6));
}

/** Strokes of six invented signs, in a square from -1 to 1. */
const RUNES: readonly (readonly Point2[])[] = [
  [
    [0, -1],
    [0, 1],
    [0.6, 0.3],
  ],
  [
    [-0.5, -1],
    [-0.5, 1],
    [0.5, -0.2],
    [-0.5, -0.5],
  ],
  [
    [-0.5, 1],
    [0, -1],
    [0.5, 1],
    [0.2, 0.2],
    [-0.2, 0.2],
  ],
  [
    [0.5, -1],
    [-0.5, 0],
    [0.5, 1],
  ],
  [
    [-0.5, -1],
    [0.5, 1],
    [0.5, -1],
    [-0.5, 1],
  ],
  [
    [0, -1],
    [0.5, 0],
    [0, 1],
    [-0.5, 0],
    [0, -1],
  ],
];

export function drawRune(scene: Scene, [x, y]: Point2, size: number, index: number, colour: HexColour): void {
  const points = RUNES[index % RUNES.length].map(([u, v]): Point2 => [x + u * size, y + v * size]);
  drawGlow(scene, polygonPath(points, false), colour, 2.6);
}
