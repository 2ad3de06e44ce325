import { clamp, hexColour, labToRgb, mix, type Lab, type Point } from '@avatar/image';
import type { EyeColours } from './eye-colours.js';
import { placeIn, type EyeShape } from './eye-shape.js';
import { at, curve, ribbon, splineThrough } from './svg-path.js';

const hex = (L: number, a: number, b: number): string => hexColour(labToRgb(clamp(L, 0, 100), a, b));

/** Thickness of the upper lash line from the outer to the inner corner, over the eye's width. */
const LASH_TAPER = [0.055, 0.085, 0.088, 0.08, 0.072, 0.064, 0.052, 0.038, 0.018];
/** Share of the lash line that lies under the lid's edge. */
const UNDER_LID = 0.25;

const shifted = (eye: EyeShape, points: readonly Point[], by: (index: number) => number): Point[] =>
  points.map(([x, y], i) => [x + eye.down[0] * by(i), y + eye.down[1] * by(i)]);

/**
 * Measures of the iris: `radius` over the eye's width; `height` of the ellipse over the eye's opening, within bounds
 * over the radius.
 */
const IRIS = { radius: 0.275, height: 0.62, leastHeight: 1.05, mostHeight: 1.42 };
/** Where the middle of the iris stands above the lower lid, over its height: the lids cut it below and, more, above. */
const IRIS_LIFT = { most: 0.88, cutAbove: 0.72 };
/** Lightness and colourfulness of the iris's three tones, from the colour that the photo shows, in CIELAB. */
const IRIS_TONES = {
  dark: { factor: 0.4, least: 8, a: 0.9, b: 0.8 },
  middle: { lift: 8, least: 26, most: 58, a: 1.35, b: 1.35 },
  light: { lift: 27, least: 44, most: 80, a: 1.2, b: 1.45 },
};

function irisOf(eye: EyeShape, gaze: number) {
  const w = eye.widthPx;
  const bottom = eye.lower[4];
  const top = eye.upper[4];
  const height = Math.hypot(top[0] - bottom[0], top[1] - bottom[1]);
  const rx = w * IRIS.radius;
  const ry = clamp(height * IRIS.height, rx * IRIS.leastHeight, rx * IRIS.mostHeight);
  const middle = placeIn(eye, w / 2, 0);
  // The lower lid cuts a little of the iris and the upper one more: a white ring around it would look scared.
  const lift = Math.min(ry * IRIS_LIFT.most, height - ry * IRIS_LIFT.cutAbove);
  return { rx, ry, x: middle[0] + gaze * w, y: bottom[1] - lift };
}

/** An ellipse in the iris: offset from its middle and size, both over the iris's radii. */
interface Spot {
  readonly dx: number;
  readonly dy: number;
  readonly width: number;
  readonly height: number;
  readonly opacity?: number;
}

const IRIS_SPOTS = {
  rim: { dx: 0, dy: 0, width: 1, height: 1 },
  disc: { dx: 0, dy: 0, width: 0.92, height: 0.94 },
  pupil: { dx: 0, dy: -0.04, width: 0.42, height: 0.44, opacity: 0.94 },
  glow: { dx: 0, dy: 0.56, width: 0.56, height: 0.26, opacity: 0.7 },
  catchlight: { dx: -0.36, dy: -0.38, width: 0.3, height: 0.25, opacity: 0.97 },
  reflection: { dx: 0.36, dy: 0.38, width: 0.13, height: 0.11, opacity: 0.9 },
} as const satisfies Record<string, Spot>;

/** A gradient from top to bottom. */
const downwards = (
  id: string,
  ...stops: readonly (readonly [offset: number | string, colour: string])[]
): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops
    .map(([offset, colour]) => `<stop offset="${offset}" stop-color="${colour}"/>`)
    .join('')}</linearGradient>`;

function irisSvg(eye: EyeShape, id: string, { iris: [L, a, b], gaze }: EyeColours): string {
  const { rx, ry, x, y } = irisOf(eye, gaze);
  const tones = IRIS_TONES;
  const dark = hex(Math.max(tones.dark.least, L * tones.dark.factor), a * tones.dark.a, b * tones.dark.b);
  const toned = ({ lift, least, most, a: redness, b: yellowness }: typeof tones.middle) =>
    hex(clamp(L + lift, least, most), a * redness, b * yellowness);
  const [middle, light] = [toned(tones.middle), toned(tones.light)];
  const ellipse = ({ dx, dy, width, height, opacity = 1 }: Spot, fill: string) =>
    `<ellipse cx="${x + dx * rx}" cy="${y + dy * ry}" rx="${rx * width}" ry="${ry * height}" fill="${fill}" opacity="${opacity}"/>`;
  const { rim, disc, pupil, glow, catchlight, reflection } = IRIS_SPOTS;
  return (
    downwards(`${id}i`, [0, dark], ['.48', middle], [1, light]) +
    ellipse(rim, dark) +
    ellipse(disc, `url(#${id}i)`) +
    ellipse(pupil, dark) +
    ellipse(glow, light) +
    ellipse(catchlight, '#fff') +
    ellipse(reflection, '#fff')
  );
}

/**
 * Lashes from the faintest to the strongest: thickness, reach of the outer wing over the eye's width, opacity of the
 * lower line.
 */
const LASHES = { thickness: [0.62, 1.08], wing: [0.05, 0.1], lower: [0.3, 0.55] } as const;
/** How far the wing rises, and how far the crease lies above the lid and arches, over the eye's width. */
const WING_RISE = 0.045;
const CREASE = { above: 0.155, arch: 0.02, opacity: 0.5 };
/** Thickness of fine lines over the eye's width. */
const FINE_LINE = 0.022;

function lashSvg(eye: EyeShape, lash: string, line: string, strength: number): string {
  const w = eye.widthPx;
  const by = ([faint, strong]: readonly [number, number]) => mix(faint, strong, strength);
  const thick = by(LASHES.thickness) * w;
  const above = shifted(eye, eye.upper, (i) => -LASH_TAPER[i] * thick);
  const below = shifted(eye, eye.upper, (i) => LASH_TAPER[i] * thick * UNDER_LID);
  const wing = placeIn(eye, -w * by(LASHES.wing), -w * WING_RISE);
  const crease = shifted(
    eye,
    eye.upper.slice(1, 8),
    (i) => -w * (CREASE.above + CREASE.arch * Math.sin((i / 6) * Math.PI)),
  );
  const lower = eye.lower.slice(1, 6);
  const stroke = (points: readonly Point[], colour: string, width: number, opacity: number) =>
    `<path d="${curve(points)}" fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-width="${width * w}" stroke-linecap="round"/>`;
  return (
    `<path d="M${at(wing)}L${at(above[0])}${splineThrough(above)}L${at(below[8])}${splineThrough([...below].reverse())}Z" fill="${lash}"/>` +
    stroke(lower, lash, FINE_LINE, by(LASHES.lower)) +
    stroke(crease, line, FINE_LINE, CREASE.opacity)
  );
}

/** The colours that a drawing of eyes needs besides the eyes' own. */
export interface LineColours {
  readonly lash: Lab;
  readonly line: Lab;
  /** Lightness of the skin: the whites are a little darker in a darker face. */
  readonly skinL: number;
}

/** Lightness of the white of the eye: `from` in the darkest face, more by the skin's own, within bounds. */
const WHITE = { from: 76, bySkin: 0.28, least: 84, most: 97 };
/** The lid's shadow on the white: how much darker the top is, and where it has faded. */
const LID_SHADE = { top: 22, middle: 2, fadedAt: '.42' };
/** Thickness of the lid's shadow over the eye's width. */
const LID_SHADOW = 0.15;

/** SVG elements of one eye: white, iris, shadow of the lid, lashes, crease. */
export function eyeSvg(eye: EyeShape, id: string, colours: EyeColours, lines: LineColours): string {
  const shape = ribbon(eye.upper, eye.lower);
  const w = eye.widthPx;
  const white = clamp(WHITE.from + lines.skinL * WHITE.bySkin, WHITE.least, WHITE.most);
  return (
    `<clipPath id="${id}"><path d="${shape}"/></clipPath>` +
    downwards(
      `${id}w`,
      [0, hex(white - LID_SHADE.top, 2, -8)],
      [LID_SHADE.fadedAt, hex(white - LID_SHADE.middle, 1, -1)],
      [1, hex(white, 0.5, 0)],
    ) +
    `<g clip-path="url(#${id})"><path d="${shape}" fill="url(#${id}w)"/>${irisSvg(eye, id, colours)}` +
    `<path d="${curve(eye.upper)}" fill="none" stroke="#1a1320" stroke-opacity=".3" stroke-width="${w * LID_SHADOW}"/></g>` +
    lashSvg(eye, hex(...lines.lash), hex(...lines.line), colours.lashes)
  );
}
