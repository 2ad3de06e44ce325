import { clamp, labToRgb, mix, type Lab, type Point } from '@avatar/image';
import type { EyeColours } from './eye-colours.js';
import { placeIn, type EyeShape } from './eye-shape.js';
import { at, curve, ribbon, splineThrough } from './svg-path.js';

const hex = (L: number, a: number, b: number): string =>
  `#${labToRgb(clamp(L, 0, 100), a, b)
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** Thickness of the upper lash line from the outer to the inner corner, over the eye's width. */
const LASH_TAPER = [0.055, 0.085, 0.088, 0.08, 0.072, 0.064, 0.052, 0.038, 0.018];
/** Share of the lash line that lies under the lid's edge. */
const UNDER_LID = 0.25;

const shifted = (eye: EyeShape, points: readonly Point[], by: (index: number) => number): Point[] =>
  points.map(([x, y], i) => [x + eye.down[0] * by(i), y + eye.down[1] * by(i)]);

function irisOf(eye: EyeShape, gaze: number) {
  const w = eye.widthPx;
  const bottom = eye.lower[4];
  const top = eye.upper[4];
  const height = Math.hypot(top[0] - bottom[0], top[1] - bottom[1]);
  const rx = w * 0.275;
  const ry = clamp(height * 0.62, rx * 1.05, rx * 1.42);
  const middle = placeIn(eye, w / 2, 0);
  // The lower lid cuts a little of the iris and the upper one more: a white ring around it would look scared.
  const lift = Math.min(ry * 0.88, height - ry * 0.72);
  return { rx, ry, x: middle[0] + gaze * w, y: bottom[1] - lift };
}

function irisSvg(eye: EyeShape, id: string, { iris: [L, a, b], gaze }: EyeColours): string {
  const { rx, ry, x, y } = irisOf(eye, gaze);
  const dark = hex(Math.max(8, L * 0.4), a * 0.9, b * 0.8);
  const middle = hex(clamp(L + 8, 26, 58), a * 1.35, b * 1.35);
  const light = hex(clamp(L + 27, 44, 80), a * 1.2, b * 1.45);
  const ellipse = (dx: number, dy: number, fx: number, fy: number, fill: string, opacity = 1) =>
    `<ellipse cx="${x + dx * rx}" cy="${y + dy * ry}" rx="${rx * fx}" ry="${ry * fy}" fill="${fill}" opacity="${opacity}"/>`;
  return (
    `<linearGradient id="${id}i" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${dark}"/><stop offset=".48" stop-color="${middle}"/><stop offset="1" stop-color="${light}"/></linearGradient>` +
    ellipse(0, 0, 1, 1, dark) +
    ellipse(0, 0, 0.92, 0.94, `url(#${id}i)`) +
    ellipse(0, -0.04, 0.42, 0.44, dark, 0.94) +
    ellipse(0, 0.56, 0.56, 0.26, light, 0.7) +
    ellipse(-0.36, -0.38, 0.3, 0.25, '#fff', 0.97) +
    ellipse(0.36, 0.38, 0.13, 0.11, '#fff', 0.9)
  );
}

function lashSvg(eye: EyeShape, lash: string, line: string, strength: number): string {
  const w = eye.widthPx;
  const thick = mix(0.62, 1.08, strength) * w;
  const above = shifted(eye, eye.upper, (i) => -LASH_TAPER[i] * thick);
  const below = shifted(eye, eye.upper, (i) => LASH_TAPER[i] * thick * UNDER_LID);
  const wing = placeIn(eye, -w * mix(0.05, 0.1, strength), -w * 0.045);
  const crease = shifted(
    eye,
    eye.upper.slice(1, 8),
    (i) => -w * (0.155 + 0.02 * Math.sin((i / 6) * Math.PI)),
  );
  const lower = eye.lower.slice(1, 6);
  const stroke = (points: readonly Point[], colour: string, width: number, opacity: number) =>
    `<path d="${curve(points)}" fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-width="${width * w}" stroke-linecap="round"/>`;
  return (
    `<path d="M${at(wing)}L${at(above[0])}${splineThrough(above)}L${at(below[8])}${splineThrough([...below].reverse())}Z" fill="${lash}"/>` +
    stroke(lower, lash, 0.022, mix(0.3, 0.55, strength)) +
    stroke(crease, line, 0.022, 0.5)
  );
}

/** The colours that a drawing of eyes needs besides the eyes' own. */
export interface LineColours {
  readonly lash: Lab;
  readonly line: Lab;
  /** Lightness of the skin: the whites are a little darker in a darker face. */
  readonly skinL: number;
}

/** SVG elements of one eye: white, iris, shadow of the lid, lashes, crease. */
export function eyeSvg(eye: EyeShape, id: string, colours: EyeColours, lines: LineColours): string {
  const shape = ribbon(eye.upper, eye.lower);
  const w = eye.widthPx;
  const white = clamp(76 + lines.skinL * 0.28, 84, 97);
  return (
    `<clipPath id="${id}"><path d="${shape}"/></clipPath>` +
    `<linearGradient id="${id}w" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${hex(white - 22, 2, -8)}"/><stop offset=".42" stop-color="${hex(white - 2, 1, -1)}"/><stop offset="1" stop-color="${hex(white, 0.5, 0)}"/></linearGradient>` +
    `<g clip-path="url(#${id})"><path d="${shape}" fill="url(#${id}w)"/>${irisSvg(eye, id, colours)}` +
    `<path d="${curve(eye.upper)}" fill="none" stroke="#1a1320" stroke-opacity=".3" stroke-width="${w * 0.15}"/></g>` +
    lashSvg(eye, hex(...lines.lash), hex(...lines.line), colours.lashes)
  );
}
