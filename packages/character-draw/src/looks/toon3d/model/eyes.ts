import { sweepTube } from '../render/tube.js';
import { laySheet } from '../render/sheet.js';
import { Material } from '../render/materials.js';
import { clamp, cross, dot, mix, smoothstep, unit, type Vec3 } from '../render/maths.js';
import { smoothCurve } from '../render/curve.js';
import type { EyePaint } from '../render/shade-eye.js';
import { laughingHeight } from './eye-shape.js';
import { linear, lightnessOf, mixColours, shade } from './colours.js';
import type { Figure } from './figure.js';

/** Colours of both eyes. */
export function eyePaintOf(figure: Figure): EyePaint {
  const { character } = figure.rig.person;
  const { hex } = character.eyes;
  const dark = lightnessOf(character.skin.hex) < 0.5;
  return {
    white: linear(dark ? '#efe9e3' : '#f5f0ec'),
    corner: linear('#e3b1a4'),
    iris: linear(shade(hex, { light: 0.1, chroma: 1.2 })),
    dark: linear(shade(hex, { light: -0.12, chroma: 1 })),
    bright: linear(shade(hex, { light: 0.3, chroma: 1.25 })),
    design: character.eyes.iris,
    irisSize: figure.face.eye.iris,
    pupilSize: figure.face.eye.iris * 0.5,
    glow: linear(character.glow.hex),
  };
}

/** Eyeballs, edges of the lids and lashes. */
export function buildEyes(figure: Figure): void {
  for (const side of [-1, 1] as const) {
    if (figure.face.eye.closed) closedLine(figure, side);
    else {
      eyeball(figure, side);
      lidEdges(figure, side);
    }
  }
}

const isCyber = (figure: Figure, side: number): boolean =>
  side === 1 && figure.rig.person.character.effects.includes('cyber_eye');

function eyeball(figure: Figure, side: number): void {
  const { eye } = figure.face;
  const centre: Vec3 = [side * eye.centre[0], eye.centre[1], eye.centre[2]];
  const cyber = isCyber(figure, side);
  figure.mesh.begin(
    side < 0 ? 'eye_right' : 'eye_left',
    cyber ? Material.CyberEye : Material.Eye,
    figure.headFrame,
  );
  const forward = figure.gaze;
  const right = unit(cross([0, 1, 0], forward));
  const down = cross(forward, right);
  laySheet(
    figure.mesh,
    (u, v) => {
      const turn = (2 * u - 1) * Math.PI;
      const fall = 0.001 + (Math.PI - 0.002) * v;
      return [
        centre[0] + eye.ball * Math.sin(fall) * Math.sin(turn),
        centre[1] - eye.ball * Math.cos(fall),
        centre[2] + eye.ball * Math.sin(fall) * Math.cos(turn),
      ];
    },
    {
      columns: 48,
      rows: 26,
      // Shade of the upper lid, and of its lashes.
      colour: (_u, _v, p) => {
        const below = p[1] - centre[1] - eye.upper((p[0] - centre[0]) * side);
        const k = mix(0.42, 1, smoothstep(-0.02, 0.17, below));
        return [k, k, k];
      },
      outward: (p) => [p[0] - centre[0], p[1] - centre[1], p[2] - centre[2]],
      rest: (_u, _v, p) => {
        const d = unit([p[0] - centre[0], p[1] - centre[1], p[2] - centre[2]]);
        return [dot(d, right), dot(d, down), dot(d, forward)];
      },
    },
  );
}

/** A point on a sphere around the eye, over (outwards, height). */
function onBall(figure: Figure, side: number, outwards: number, height: number, radius: number): Vec3 {
  const { centre } = figure.face.eye;
  const flat = Math.sqrt(outwards * outwards + height * height);
  const k = flat > radius * 0.985 ? (radius * 0.985) / flat : 1;
  const x = outwards * k;
  const y = height * k;
  return [
    side * (centre[0] + x),
    centre[1] + y,
    centre[2] + Math.sqrt(Math.max(1e-4, radius * radius - x * x - y * y)),
  ];
}

function lidEdges(figure: Figure, side: number): void {
  const { mesh, headFrame, skin, face } = figure;
  const { eye } = face;
  const { character } = figure.rig.person;
  const lashes = character.eyes.lashes;
  const centre: Vec3 = [side * eye.centre[0], eye.centre[1], eye.centre[2]];
  const outward = (p: Vec3): Vec3 => [p[0] - centre[0], p[1] - centre[1], p[2] - centre[2]];
  const radius = eye.ball * 1.075;
  const wet = linear(shade(skin.base, { light: -0.04, chroma: 1.12, towards: 18, pull: 0.4 }));
  const lower = smoothCurve(
    eye.lowerEdge.map(([x, y]) => onBall(figure, side, x, y + 0.002, radius)),
    22,
  );
  mesh.begin('lids', Material.Skin, headFrame);
  sweepTube(mesh, lower, {
    width: () => 0.014,
    outward,
    colour: () => wet,
    rest: () => [0, 0, 0],
    around: 6,
    rings: 26,
  });
  const dark = '#1d1216';
  const lashColour = linear(
    lashes < 0.35 ? mixColours(dark, shade(character.brows.hex, { light: -0.1 }), 0.45) : dark,
  );
  const edge = eye.upperEdge.map(([x, y]) => onBall(figure, side, x, y - 0.004, radius * 1.015));
  const [lastX, lastY] = eye.upperEdge[eye.upperEdge.length - 1];
  const flick = onBall(
    figure,
    side,
    lastX + 0.012 + 0.07 * lashes,
    lastY - 0.012 - 0.055 * lashes,
    radius * 1.03,
  );
  mesh.begin('lashes', Material.Dull, headFrame);
  sweepTube(mesh, [...smoothCurve(edge, 16), flick], {
    width: (t) =>
      (0.0085 + 0.02 * lashes) * Math.sin(Math.PI * clamp(0.12 + t * 0.87)) ** 0.8 * (0.6 + 0.5 * t),
    flatness: 0.85,
    outward,
    colour: () => lashColour,
    around: 8,
    rings: 28,
  });
  if (lashes > 0.5)
    for (const [at, long] of [
      [0.66, 0.75],
      [0.78, 1],
      [0.9, 0.95],
    ] as const)
      singleLash(figure, side, at, long * lashes, lashColour);
}

function singleLash(figure: Figure, side: number, at: number, length: number, colour: Vec3): void {
  const { eye } = figure.face;
  const edge = eye.upperEdge;
  const [x, y] = edge[Math.round(at * (edge.length - 1))];
  const radius = eye.ball * 1.09;
  const reach = 0.1 * length;
  const points = [0, 0.5, 1].map((t) =>
    onBall(
      figure,
      side,
      x + reach * t * (0.35 + at * 0.6),
      y - reach * t * (0.9 - 0.3 * t) * (1 - 1.4 * eye.closing),
      radius + 0.05 * t * length,
    ),
  );
  sweepTube(figure.mesh, points, {
    width: (t) => 0.013 * (1 - 0.85 * t),
    outward: (p) => [p[0] * 0.2, 0, 1],
    colour: () => colour,
    around: 5,
    rings: 6,
  });
}

/** Shut eyes: a dark arc on the lids. */
function closedLine(figure: Figure, side: number): void {
  const { eye } = figure.face;
  const lashes = figure.rig.person.character.eyes.lashes;
  figure.mesh.begin('lashes', Material.Dull, figure.headFrame);
  const arc = [-1, -0.62, -0.2, 0.22, 0.64, 1.04].map((u) =>
    onBall(figure, side, u * eye.half, laughingHeight(u), eye.ball * 1.11),
  );
  sweepTube(figure.mesh, arc, {
    width: (t) => (0.016 + 0.016 * lashes) * Math.sin(Math.PI * clamp(0.1 + t * 0.84)),
    flatness: 0.8,
    outward: () => [0, 0, 1],
    colour: () => linear('#1d1216'),
    around: 8,
    rings: 22,
  });
}
