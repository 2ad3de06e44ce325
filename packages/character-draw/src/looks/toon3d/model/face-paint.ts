import { PaintMap } from '../render/paint-map.js';
import { bump, clamp, mix, smoothstep } from '../render/maths.js';
import { linear, lightnessOf, mixColours, shade } from './colours.js';
import { paintAge } from './face-lines.js';
import type { Figure } from './figure.js';

/** Paints what lies in the skin itself: lips, blush, lids, freckles, lines, stubble. */
export function paintFace(figure: Figure): PaintMap {
  const map = new PaintMap(linear(figure.skin.base));
  paintBlush(figure, map);
  paintLids(figure, map);
  paintFreckles(figure, map);
  paintAge(figure, map);
  paintStubble(figure, map);
  paintLips(figure, map);
  paintMarks(figure, map);
  return map;
}

function paintBlush(figure: Figure, map: PaintMap): void {
  const { skin } = figure;
  const { expression, masculine } = figure.rig.person;
  const strength = (0.34 + 0.2 * expression.cheek) * mix(1, 0.55, skin.depth) * mix(1, 0.6, masculine);
  const blush = linear(skin.blush);
  for (const side of [-1, 1])
    map.paint([side * 0.57 - 0.42, 0.12, side * 0.57 + 0.42, 0.82], blush, (x, y) => {
      const dx = (x - side * 0.57) / 0.25;
      const dy = (y - 0.47) / 0.17;
      return strength * Math.exp(-(dx * dx + dy * dy));
    });
  const { nose } = figure.face;
  map.paint([-0.3, nose.base - 0.32, 0.3, nose.base + 0.12], blush, (x, y) => {
    const dx = x / 0.13;
    const dy = (y - nose.base + 0.09) / 0.12;
    return 0.2 * mix(1, 0.5, skin.depth) * Math.exp(-(dx * dx + dy * dy));
  });
  for (const side of [-1, 1])
    map.paint(
      [side * nose.wing - 0.14, nose.base - 0.14, side * nose.wing + 0.14, nose.base + 0.12],
      linear(skin.shadow),
      (x, y) => {
        const dx = (x - side * nose.wing * 1.06) / 0.032;
        const dy = (y - nose.base + 0.015) / 0.06;
        return 0.28 * Math.exp(-(dx * dx + dy * dy));
      },
    );
}

/** Warm lids, the fold, make-up. */
function paintLids(figure: Figure, map: PaintMap): void {
  const { eye } = figure.face;
  const { character } = figure.rig.person;
  const feminine = clamp((character.eyes.lashes - 0.3) / 0.5);
  const [ex, ey] = eye.centre;
  const makeup = character.makeup.hex;
  const tint = linear(makeup ?? figure.skin.shadow);
  const strength = makeup === undefined ? 0.16 + 0.1 * feminine : 0.62;
  const fold = linear(figure.skin.deep);
  for (const side of [-1, 1]) {
    const box = [side * ex - 0.5, ey - 0.55, side * ex + 0.5, ey + 0.35] as const;
    map.paint(box, tint, (x, y) => {
      const dx = x * side - ex;
      const over = eye.upper(dx) - (y - ey);
      return over < -0.03
        ? 0
        : strength * Math.exp(-((over / 0.11) ** 2)) * smoothstep(1.35, 0.9, Math.abs(dx / eye.half));
    });
    if (eye.fold > 0 && !eye.closed)
      map.paint(box, fold, (x, y) => {
        const dx = x * side - ex;
        const d = y - ey - eye.upper(dx) + eye.fold;
        return (
          0.42 *
          bump(d, 0.011) *
          smoothstep(-1.05, -0.55, dx / eye.half) *
          smoothstep(1.18, 0.85, dx / eye.half)
        );
      });
    // The red of the inner corner and the rim.
    map.paint(box, linear(shade(figure.skin.blush, { light: -0.02 })), (x, y) => {
      const dx = x * side - ex;
      const below = y - ey - eye.lower(dx);
      return (
        mix(0.32, 0.16, figure.skin.depth) *
        bump(below, 0.03) *
        smoothstep(1.15, 0.9, Math.abs(dx / eye.half))
      );
    });
  }
}

function paintLips(figure: Figure, map: PaintMap): void {
  const { mouth } = figure.face;
  const { character, masculine } = figure.rig.person;
  const { y, half, shift } = mouth;
  const lips = linear(figure.skin.lips);
  const dark = linear(shade(figure.skin.lips, { light: -0.09, chroma: 1.05, towards: 15, pull: 0.3 }));
  const strength = mix(0.94, 0.74, masculine) * mix(0.75, 1, clamp(character.mouth.fullness * 1.4));
  const box = [-half * 1.1 + shift, y - 0.35, half * 1.1 + shift, y + 0.55] as const;
  const wet = mix(0.95, 0.45, masculine);
  map.paint(
    box,
    lips,
    (x, yy) => {
      const t = (x - shift) / half;
      if (t < -1 || t > 1) return 0;
      const dy = yy - y;
      const edge = Math.min(dy - mouth.upperBorder(t), mouth.lowerBorder(t) - dy);
      return strength * smoothstep(-0.004, 0.018, edge) * smoothstep(1, 0.9, Math.abs(t));
    },
    wet,
  );
  // The upper lip faces away from the light; the lips darken where they meet.
  map.paint(box, dark, (x, yy) => {
    const t = (x - shift) / half;
    if (t < -1.02 || t > 1.02) return 0;
    const dy = yy - y;
    const c = clamp(t, -1, 1);
    const upper = mouth.upperEdge(c);
    const lower = mouth.lowerEdge(c);
    const line = mouth.open ? Math.min(Math.abs(dy - upper), Math.abs(dy - lower)) : Math.abs(dy - upper);
    const isUpper = dy < upper && dy > mouth.upperBorder(c) ? 0.3 : 0;
    return Math.max(isUpper * strength, 0.85 * bump(line, 0.012) * smoothstep(1.02, 0.86, Math.abs(t)));
  });
  if (mouth.open)
    map.paint(
      box,
      linear('#571a22'),
      (x, yy) => {
        const t = (x - shift) / half;
        if (t < -0.985 || t > 0.985) return 0;
        return smoothstep(-0.004, 0.012, Math.min(yy - y - mouth.upperEdge(t), mouth.lowerEdge(t) - yy + y));
      },
      0.2,
    );
}

function paintFreckles(figure: Figure, map: PaintMap): void {
  if (!figure.rig.person.character.accessories.includes('freckles')) return;
  const random = figure.rig.person.random(5);
  const colour = linear(shade(figure.skin.shadow, { light: -0.01, chroma: 1.25, towards: 50, pull: 0.4 }));
  for (let i = 0; i < 62; i++) {
    const side = random() < 0.5 ? -1 : 1;
    const x = side * (0.05 + Math.abs(random() + random() - 0.9) * 0.66);
    const y = 0.42 + (random() + random() - 1) * 0.2;
    const r = 0.008 + 0.011 * random();
    const strength = 0.35 + 0.4 * random();
    map.paint(
      [x - 0.05, y - 0.05, x + 0.05, y + 0.05],
      colour,
      (px, py) => strength * smoothstep(1.35, 0.55, Math.sqrt((px - x) ** 2 + (py - y) ** 2 * 1.2) / r),
    );
  }
}

function paintStubble(figure: Figure, map: PaintMap): void {
  const { character } = figure.rig.person;
  if (character.facial_hair.style !== 'stubble') return;
  const colour = linear(mixColours(figure.beard.base, figure.skin.shadow, 0.35));
  const random = figure.rig.person.random(9);
  const { mouth } = figure.face;
  const chinY = figure.rig.head.chinY;
  const cover = (x: number, y: number): number => {
    const ax = Math.abs(x);
    const cheek = mix(0.72, 0.34, smoothstep(0.35, 0.86, ax));
    const lips = smoothstep(
      0.8,
      1.3,
      Math.sqrt((ax / (mouth.half * 0.95)) ** 2 + ((y - mouth.y - 0.02) / 0.12) ** 2),
    );
    const nose = smoothstep(figure.face.nose.base + 0.02, figure.face.nose.base + 0.1, y);
    return smoothstep(cheek - 0.08, cheek + 0.16, y) * lips * (ax < 0.25 ? nose : 1);
  };
  map.paint([-1, 0.2, 1, chinY + 0.1], colour, (x, y) => 0.17 * cover(x, y));
  const dark = linear(figure.beard.lowest);
  for (let i = 0; i < 2600; i++) {
    const x = (random() * 2 - 1) * 0.92;
    const y = 0.3 + random() * (chinY - 0.28);
    if (random() > cover(x, y)) continue;
    const strength = 0.12 + 0.22 * random();
    map.paint(
      [x - 0.012, y - 0.02, x + 0.012, y + 0.02],
      dark,
      (px, py) =>
        strength * smoothstep(1.3, 0.4, Math.sqrt(((px - x) / 0.0048) ** 2 + ((py - y) / 0.0105) ** 2)),
    );
  }
}

function paintMarks(figure: Figure, map: PaintMap): void {
  const { accessories } = figure.rig.person.character;
  if (accessories.includes('mole')) {
    const [x, y] = [0.3, figure.face.mouth.y - 0.12];
    map.paint([x - 0.06, y - 0.06, x + 0.06, y + 0.06], linear(figure.skin.deep), (px, py) =>
      smoothstep(1.25, 0.8, Math.sqrt((px - x) ** 2 + (py - y) ** 2) / 0.021),
    );
  }
  if (!accessories.includes('scar')) return;
  const light = lightnessOf(figure.skin.base);
  const tone = linear(
    shade(figure.skin.base, { light: light > 0.6 ? 0.05 : 0.09, chroma: 0.9, towards: 15, pull: 0.5 }),
  );
  const edge = linear(shade(figure.skin.blush, { light: -0.06 }));
  const line: [number, number][] = [
    [0.62, -0.46],
    [0.6, -0.3],
    [0.63, 0.3],
    [0.6, 0.44],
    [0.55, 0.58],
  ];
  for (const part of [line.slice(0, 2), line.slice(2)]) {
    map.stroke(part, (t) => 0.03 * Math.sin(Math.PI * clamp(0.15 + 0.7 * t)), edge, 0.6);
    map.stroke(part, (t) => 0.016 * Math.sin(Math.PI * clamp(0.15 + 0.7 * t)), tone, 0.9);
  }
}
