import type { GlassesStyle } from '@avatar/character';
import { linear } from '../model/colours.js';
import type { Figure } from '../model/figure.js';
import { Material } from '../render/materials.js';
import { mix, mixVec, smoothstep, type Vec3 } from '../render/maths.js';
import { Milliner } from './milliner.js';

interface Frame {
  /** Half width and height of a lens, and the exponent of its outline. */
  readonly lens: readonly [number, number, number];
  readonly thickness: number;
  readonly metal: boolean;
  readonly dark: boolean;
}
const FRAMES: Readonly<Record<Exclude<GlassesStyle, 'none'>, Frame>> = {
  round: { lens: [0.36, 0.35, 2], thickness: 0.021, metal: true, dark: false },
  rectangle: { lens: [0.4, 0.28, 4.2], thickness: 0.032, metal: false, dark: false },
  half_rim: { lens: [0.39, 0.28, 3.4], thickness: 0.032, metal: false, dark: false },
  cat_eye: { lens: [0.4, 0.3, 3], thickness: 0.034, metal: false, dark: false },
  aviator: { lens: [0.41, 0.37, 2.6], thickness: 0.018, metal: true, dark: true },
  sunglasses: { lens: [0.41, 0.33, 3.2], thickness: 0.036, metal: false, dark: true },
};

/** Height at which an ear holds the arms. */
const EAR_TOP = -0.02;

/** What holds the lens of half-rimmed glasses from below is hardly to be seen. */
const THREAD = linear('#6d6a68');

/** Glasses that sit on the nose and reach the ears. */
export function buildGlasses(figure: Figure): void {
  const { character } = figure.rig.person;
  const { style } = character.glasses;
  if (style === 'none') return;
  const frame = FRAMES[style];
  const m = new Milliner(figure);
  const colour = linear(character.glasses.hex);
  const { eye } = figure.face;
  const [ex, ey] = eye.centre;
  const y0 = ey + 0.03;
  const material = frame.metal ? Material.Metal : Material.Gloss;
  const cx = ex + 0.005;
  const [rx, ry, n] = frame.lens;
  const curve = (x: number): number => 0.27 * x * x;
  // The lower rims rest before the cheeks, which a smile lifts.
  const cheeks = [0.2, 0.5, 0.8, 1.1, 1.4].map((turn) => {
    const x = cx + rx * Math.cos(turn);
    return figure.headSurface.frontAt(x, y0 + ry * Math.sin(turn)) + frame.thickness + curve(x);
  });
  const front = Math.max(
    eye.centre[2] + eye.ball * 1.2,
    figure.headSurface.frontAt(0, ey + 0.02) + 0.03,
    ...cheeks,
  );
  const depth = (x: number): number => front - curve(x);
  const temple = figure.rig.head.halfWidth(0);
  for (const side of [-1, 1]) {
    const outline = Array.from({ length: 33 }, (_, i): Vec3 => {
      const t = (i / 32) * 2 * Math.PI;
      const c = Math.cos(t);
      const s = Math.sin(t);
      let x = Math.sign(c) * Math.abs(c) ** (2 / n) * rx;
      let y = Math.sign(s) * Math.abs(s) ** (2 / n) * ry;
      if (style === 'cat_eye' && s < 0 && c > 0) {
        y -= 0.17 * c * -s;
        x += 0.06 * c;
      }
      if (style === 'aviator') {
        y += 0.03;
        x *= 1 - 0.1 * Math.max(0, s);
      }
      return [side * (cx + x), y0 + y, depth(cx + x)];
    });
    m.part('glasses', material);
    const rim = style === 'half_rim' ? [...outline.slice(15, 33), outline[1]] : outline;
    m.bar(rim, frame.thickness, colour, 72, () => [0, 0, 1]);
    if (style === 'half_rim') m.bar(outline.slice(0, 18), 0.006, THREAD, 40, () => [0, 0, 1], 1, 6);
    m.bar(
      [
        [side * (cx + rx), y0 - 0.07, depth(cx + rx)],
        [side * (temple + 0.03), y0 - 0.1, 0.35],
        [side * (temple + 0.02), EAR_TOP, -0.05],
        [side * temple, 0.12, -0.3],
      ],
      frame.thickness * 0.9,
      colour,
      12,
      () => [0, 1, 0],
      1,
      8,
    );
    if (frame.dark) {
      m.part('lenses', Material.Gloss);
      m.sheet(
        (u, v) => mixVec([side * cx, y0, depth(cx) + 0.03], outline[Math.round(u * 32)], v),
        32,
        5,
        (_u, _v, p) => mixVec([0.02, 0.02, 0.026], [0.16, 0.12, 0.1], smoothstep(0, 0.3, p[1] - y0) * 0.7),
        () => [0, 0, 1],
      );
    }
  }
  const inner = cx - rx;
  m.part('glasses', material);
  m.bar(
    [
      [-inner, y0 - 0.05, depth(inner)],
      [0, y0 - 0.1, depth(0) + mix(0.02, 0.03, 0.5)],
      [inner, y0 - 0.05, depth(inner)],
    ],
    frame.thickness,
    colour,
    12,
    () => [0, 1, 0],
    1,
    8,
  );
}
