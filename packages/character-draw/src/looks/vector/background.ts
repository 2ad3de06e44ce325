import { lightnessOf, shade, splinePath, type HexColour, type Point2 } from '@avatar/vector';
import type { Scene } from './scene.js';

/** The look's own ground: no long gradients, which would show bands. */
export function drawBackground(scene: Scene, ground: HexColour): void {
  if (scene.isInked) drawDisc(scene, ground);
  else drawBlob(scene, ground);
}

/** A disc, a thin ring, and corners of dots. */
function drawDisc({ rig, document, unit, canvas, everywhere }: Scene, ground: HexColour): void {
  const isDark = lightnessOf(ground) < 0.5;
  const [x, y] = rig.at(0, -0.2, 0);
  const circle = (r: number) =>
    `M${one(x - r)} ${one(y)}a${one(r)} ${one(r)} 0 1 0 ${one(2 * r)} 0a${one(r)} ${one(r)} 0 1 0 ${one(-2 * r)} 0Z`;
  document.path(everywhere, { fill: ground });
  const fill = shade(ground, { light: isDark ? 0.1 : -0.055, chroma: 1.15 });
  const dot = (at: number) => `<circle cx="${at}" cy="${at}" r="2.7" fill="${fill}"/>`;
  // Whole pixels, and not turned: a renderer can copy such a tile, and must sample any other at every pixel.
  const dots = document.tile(22, 22, dot(5.5) + dot(16.5));
  const { width, height } = canvas;
  document.path(`M0 ${height}V${height - 330}L${width} ${height - 160}V${height}Z`, { fill: dots });
  document.path(`M${width} 0V230L${width - 370} 0Z`, { fill: dots });
  const rim = shade(ground, { light: isDark ? 0.12 : 0.05, chroma: 0.8 });
  document.path(circle(312 * unit), { stroke: rim, strokeWidth: 3 });
  document.path(circle(286 * unit), { fill: shade(ground, { light: isDark ? 0.08 : 0.055, chroma: 0.75 }) });
}

/** A strong ground with one soft shape. */
function drawBlob(scene: Scene, given: HexColour): void {
  const { rig, document, unit, everywhere } = scene;
  const ground = shade(given, { light: -0.02, chroma: 1.3 });
  const [x, y] = rig.at(0, -0.2, 0);
  const random = scene.person.random(21);
  const blob = Array.from({ length: 9 }, (_, i): Point2 => {
    const angle = (i / 9) * 2 * Math.PI + 0.3;
    const reach = (250 + random() * 95) * unit;
    return [x + Math.cos(angle) * reach * 1.12, y + 20 + Math.sin(angle) * reach];
  });
  document.path(everywhere, { fill: ground });
  document.path(splinePath(blob, true), {
    fill: shade(ground, { light: lightnessOf(ground) < 0.5 ? 0.08 : 0.06, chroma: 0.7 }),
  });
}

const one = (value: number): number => Math.round(value * 10) / 10;
