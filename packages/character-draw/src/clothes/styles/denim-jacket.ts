import { drawForm } from '../form.js';
import { edge, flipped, type Garment, type Tailor } from '../tailor.js';
import { drawUndershirt } from '../undershirt.js';

const THREAD = '#e0a251';
const BRASS = '#c9b08a';

export const denimJacket: Garment = {
  front: (tailor) => {
    const { cloth, body } = tailor;
    const w = body.neck + 0.14;
    drawUndershirt(tailor, w);
    const clip = tailor.shell(
      [
        [-w - 0.08, -0.3, -0.1],
        [-w * 0.9, 0.1, 0.3],
        edge(-0.3, 1.5, 0.5),
        edge(-0.34, 4.6, 0.5),
        edge(0.34, 4.6, 0.5),
        edge(0.3, 1.5, 0.5),
        [w * 0.9, 0.1, 0.3],
        [w + 0.08, -0.3, -0.1],
      ],
      cloth,
      0.12,
    );
    drawForm(tailor, clip, cloth);
    for (const side of [-1, 1]) drawHalf(tailor, side, w);
    for (const y of [1.04, 1.5]) tailor.dot(-0.26, y, 0.045, BRASS, cloth, 0.5);
  },
};

function drawHalf(tailor: Tailor, side: number, w: number): void {
  const { cloth, body } = tailor;
  const s = body.shoulder;
  const on = (points: Parameters<typeof flipped>[1]) => flipped(side, points);
  tailor.stitch(
    on([
      [0.46, 0.44, 0.45],
      [0.36, 1.4, 0.5],
    ]),
    THREAD,
  );
  tailor.seam(
    on([
      [0.52, 0.52, 0.45],
      [s * 0.78, 0.46, 0.1],
    ]),
    2.2,
    cloth,
    0.9,
    'none',
  );
  tailor.stitch(
    on([
      [0.54, 0.58, 0.45],
      [s * 0.78, 0.52, 0.1],
    ]),
    THREAD,
  );
  tailor.panel(
    on([
      edge(0.62, 0.66, 0.42),
      edge(1.12, 0.62, 0.3),
      edge(1.12, 0.78, 0.3),
      edge(0.88, 0.92, 0.36),
      edge(0.64, 0.82, 0.42),
    ]),
    tailor.lit(cloth, 0.25),
    cloth,
    0.9,
  );
  tailor.stitch(
    on([
      [0.66, 0.78, 0.42],
      [0.88, 0.87, 0.36],
      [1.09, 0.74, 0.3],
    ]),
    THREAD,
    1.4,
  );
  tailor.dot(side * 0.88, 0.8, 0.032, BRASS, cloth);
  tailor.seam(
    on([
      [0.66, 0.9, 0.42],
      [0.72, 2.4],
    ]),
    1.8,
    cloth,
    0.8,
  );
  tailor.seam(
    on([
      [1.08, 0.86, 0.3],
      [0.98, 2.4],
    ]),
    1.8,
    cloth,
    0.8,
  );
  tailor.seam(
    on([
      [s * 0.84, 0.02, 0],
      [s * 0.78, 0.42, 0.1],
      [s * 0.82, 0.86, 0.1],
    ]),
    2.3,
    cloth,
    0.9,
  );
  tailor.stitch(
    on([
      [s * 0.89, 0.04, 0],
      [s * 0.83, 0.42, 0.1],
      [s * 0.86, 0.84, 0.1],
    ]),
    THREAD,
    1.4,
  );
  tailor.stroke(
    on([
      [s * 0.55, 0.14, 0.1],
      [s * 0.62, 0.3, 0.1],
    ]),
    9,
    cloth.light,
    0.5,
  );
  tailor.panel(
    on([
      edge(w - 0.02, -0.46, -0.05),
      [w + 0.16, -0.2, 0.05],
      edge(w + 0.34, 0.06, 0.1),
      edge(0.78, 0.48, 0.45),
      edge(0.44, 0.3, 0.5),
      [w * 0.74, -0.06, 0.35],
    ]),
    side < 0 ? tailor.lit(cloth) : tailor.shaded(cloth, 0.2),
    cloth,
    1.1,
  );
  tailor.stitch(
    on([
      [w + 0.26, 0.06, 0.1],
      [0.77, 0.41, 0.45],
      [0.5, 0.28, 0.5],
    ]),
    THREAD,
    1.5,
  );
}
