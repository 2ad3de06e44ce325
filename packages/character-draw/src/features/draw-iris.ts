import {
  hexToOklch,
  lightnessOf,
  mixColours,
  oklchToHex,
  shade,
  splinePath,
  type HexColour,
  type Point2,
} from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import type { EyeShape } from './eye-shape.js';

/**
 * Points of a circle around the iris. @param share of its radius; dx, dy in head units; `round` the width against the
 * height
 */
export function irisPoints(
  { at, iris, irisRadius, halfWidth }: EyeShape,
  share = 1,
  { dx = 0, dy = 0, count = 20, round = 0.88 } = {},
): Point2[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI;
    return at(
      iris[0] + (Math.cos(angle) * irisRadius * round * share + dx) / halfWidth,
      iris[1] + Math.sin(angle) * irisRadius * share + dy,
    );
  });
}

/** Dark eyes keep a colour that can be read. */
function readable(hex: HexColour): HexColour {
  const [l, c, h] = hexToOklch(hex);
  return l < 0.46
    ? oklchToHex([0.46 - (0.46 - l) * 0.45, Math.max(c * 1.15, 0.06), c < 0.015 ? 55 : h])
    : hex;
}

export function drawIris(scene: Scene, eye: EyeShape): void {
  if (scene.isInked) drawInkedIris(scene, eye);
  else drawPlainIris(scene, eye);
}

function drawPlainIris(scene: Scene, eye: EyeShape): void {
  const { hex, iris: design } = scene.character.eyes;
  const { at, iris, irisRadius: r, halfWidth } = eye;
  const light = shade(hex, { light: 0.13, chroma: 1.15 });
  const ring = irisPoints(eye, 1.02, { round: 1 });
  const disc = scene.shape(ring, shade(hex, { light: lightnessOf(hex) < 0.4 ? 0.03 : -0.02 }));
  scene.within(scene.document.clipPath(disc), () => {
    const below = irisPoints(eye, 0.8, { dy: 0.62 * r, round: 1, count: 14 });
    if (design === 'pool') scene.shape(below, light, { opacity: 0.55 });
    if (design === 'split')
      scene.shape(below, shade(hex, { light: 0.1, chroma: 1.1, towards: hexToOklch(hex)[2] + 34, pull: 1 }));
    if (design === 'star') drawFibres(scene, eye, true, light);
  });
  scene.shape(
    [
      ...ring.slice(10),
      at(iris[0] + (r * 0.9) / halfWidth, iris[1] - 0.05 * r),
      at(iris[0] - (r * 0.9) / halfWidth, iris[1] - 0.05 * r),
    ],
    shade(hex, { light: -0.1 }),
    { opacity: 0.9 },
  );
  if (design === 'ring') scene.line(splinePath(irisPoints(eye, 0.66, { round: 1 }), true), 2, light, 0.8);
  scene.shape(irisPoints(eye, 0.5, { count: 16, round: 1 }), shade(hex, { light: -0.28, chroma: 0.7 }));
}

function drawInkedIris(scene: Scene, eye: EyeShape): void {
  const { iris: design } = scene.character.eyes;
  const hex = readable(scene.character.eyes.hex);
  const hue = hexToOklch(hex)[2];
  const dark = shade(hex, { light: -0.16, chroma: 0.95 });
  const darker = shade(hex, { light: -0.25, chroma: 0.8 });
  const light = shade(hex, { light: 0.17, chroma: 1.25 });
  const lighter = shade(hex, { light: 0.3, chroma: 1.1 });
  const { at, iris, irisRadius: r, halfWidth } = eye;
  const [u0, y0] = iris;
  const across = (share: number, dy: number) => at(u0 + (r * share) / halfWidth, y0 + dy * r);
  const bottom =
    design === 'split' ? shade(hex, { light: 0.12, chroma: 1.3, towards: hue + 38, pull: 1 }) : light;
  const ring = splinePath(irisPoints(eye), true);
  scene.fill(
    ring,
    scene.document.linear(at(u0, y0 - r), at(u0, y0 + r), [
      [0, dark],
      [0.5, hex],
      [1, bottom],
    ]),
  );
  scene.within(scene.document.clipPath(ring), () => {
    if (design === 'pool' || design === 'star')
      scene.shape(irisPoints(eye, 0.74, { dy: 0.42 * r }), light, { opacity: 0.75 });
    if (design === 'ring') scene.shape(irisPoints(eye, 0.72), light, { opacity: 0.5 });
    if (design === 'split')
      scene.shape(
        irisPoints(eye, 0.9, { dy: 0.62 * r }),
        shade(hex, { light: 0.2, chroma: 1.2, towards: hue + 30, pull: 1 }),
        { opacity: 0.7 },
      );
    drawFibres(scene, eye, design === 'star', design === 'star' ? lighter : light);
    // The upper third reflects the brow and the sky.
    scene.shape(
      [
        ...irisPoints(eye, 1.05).slice(10),
        across(0.95, -0.3),
        across(0.5, -0.16),
        across(0, -0.1),
        across(-0.5, -0.16),
        across(-0.95, -0.3),
      ],
      mixColours(darker, '#39406e', 0.3),
      { opacity: 0.5 },
    );
    scene.shape(irisPoints(eye, 0.62, { dx: -0.2 * r, dy: 0.5 * r, count: 14 }), lighter, {
      opacity: design === 'split' ? 0.18 : 0.34,
    });
    scene.shape(irisPoints(eye, 0.47, { dy: -0.02 * r }), shade(darker, { light: -0.14 }));
    if (design === 'ring')
      scene.line(splinePath(irisPoints(eye, 0.56, { dy: -0.02 * r }), true), 1.6, lighter, 0.6);
  });
  scene.line(ring, 3, shade(darker, { light: -0.06 }));
}

function drawFibres(scene: Scene, eye: EyeShape, isStar: boolean, colour: HexColour): void {
  const { at, iris, irisRadius: r, halfWidth } = eye;
  const count = isStar ? 11 : 7;
  for (let i = 0; i < count; i++) {
    const angle = isStar ? (i / count) * 2 * Math.PI : Math.PI / 2 + (i - 3) * 0.33;
    const on = (share: number) =>
      at(iris[0] + (Math.cos(angle) * r * 0.88 * share) / halfWidth, iris[1] + Math.sin(angle) * r * share);
    scene.stroke([on(0.42), on(0.9)], isStar ? 3.4 : 2.4, colour, { opacity: isStar ? 0.5 : 0.6 });
  }
}
