import type { PaintMap } from '../render/paint-map.js';
import { clamp, mix } from '../render/maths.js';
import { linear, mixColours } from './colours.js';
import type { Figure } from './figure.js';

const swell = (t: number): number => Math.sin(Math.PI * clamp(0.06 + 0.88 * t));

/** Lines of age and of laughing, soft as folds are. */
export function paintAge(figure: Figure, map: PaintMap): void {
  const { age, expression } = figure.rig.person;
  const { nose, mouth, eye } = figure.face;
  const { skin } = figure;
  // On dark skin a line has to be darker to be seen.
  const shadow = linear(mixColours(skin.shadow, skin.deep, 0.25 + 0.6 * skin.depth));
  const fold = Math.max(age * 0.72, expression.smile > 0.6 ? (0.14 + 0.3 * age) * expression.smile : 0);
  const k = clamp(fold, 0, 0.62);
  if (k > 0.05)
    for (const side of [-1, 1])
      map.stroke(
        [
          [side * (nose.wing + 0.05), nose.base - 0.05],
          [side * (mouth.half * 0.7 + 0.17), mix(nose.base, mouth.y, 0.45)],
          [side * (mouth.half + 0.12), mouth.y - 0.01],
          [side * (mouth.half + 0.1), mouth.y + 0.1],
        ],
        (t) => 0.034 * swell(t),
        shadow,
        k,
      );
  if (age === 0) return;
  const [ex, ey] = eye.centre;
  for (let i = 0; i < Math.round(3 * age); i++) {
    const y = -0.56 - i * 0.12;
    map.stroke(
      [
        [-0.4, y + 0.03],
        [-0.15, y - 0.01],
        [0.12, y],
        [0.38, y + 0.035],
      ],
      (t) => 0.016 * swell(t),
      shadow,
      0.12 + 0.42 * age,
    );
  }
  for (const side of [-1, 1]) {
    for (let i = 0; i < (age > 0.5 ? 3 : 2); i++)
      map.stroke(
        [
          [side * (ex + eye.half * 1.16), ey - 0.02 + i * 0.045],
          [side * (ex + eye.half * 1.42), ey - 0.05 + i * 0.075],
          [side * (ex + eye.half * mix(1.45, 1.62, age)), ey - 0.06 + i * 0.105],
        ],
        (t) => 0.011 * swell(t),
        shadow,
        0.16 + 0.44 * age,
      );
    map.stroke(
      [
        [side * (ex - eye.half * 0.85), ey + 0.24],
        [side * ex, ey + 0.31],
        [side * (ex + eye.half * 0.8), ey + 0.24],
      ],
      (t) => 0.022 * swell(t),
      shadow,
      0.14 + 0.36 * age,
    );
    if (age > 0.5)
      map.stroke(
        [
          [side * (mouth.half + 0.06), mouth.y + 0.1],
          [side * (mouth.half + 0.07), mouth.y + 0.22],
        ],
        (t) => 0.016 * swell(t),
        shadow,
        0.4 * age,
      );
  }
}
