import { shade } from '@avatar/vector';
import { drawForm } from '../form.js';
import { edge, flipped, type ClothPoint, type Garment, type Tailor } from '../tailor.js';
import { drawUndershirt } from '../undershirt.js';

const ZIP = '#c3c8d2';

export const leatherJacket: Garment = {
  front: (tailor) => {
    const { cloth, body } = tailor;
    const w = body.neck + 0.14;
    drawUndershirt(tailor, w);
    const clip = tailor.shell(
      [
        [-w - 0.08, -0.3, -0.1],
        [-w * 0.9, 0.1, 0.3],
        edge(-0.16, 1.5, 0.5),
        edge(-0.2, 4.6, 0.5),
        edge(0.4, 4.6, 0.5),
        edge(0.36, 1.5, 0.5),
        [w * 0.9, 0.1, 0.3],
        [w + 0.08, -0.3, -0.1],
      ],
      cloth,
      0.12,
    );
    drawForm(tailor, clip, cloth);
    for (const side of [-1, 1]) drawHalf(tailor, side, w, clip);
    tailor.stroke(
      [
        [0.86, 1.02],
        [1.3, 0.86, 0.3],
      ],
      5,
      cloth.line,
      1,
      'none',
    );
    tailor.stitch(
      [
        [0.88, 1.01],
        [1.28, 0.86, 0.3],
      ],
      ZIP,
      3,
    );
  },
};

function drawHalf(tailor: Tailor, side: number, w: number, clip: string): void {
  const { cloth, body } = tailor;
  const s = body.shoulder;
  const shine = shade(cloth.base, { light: 0.2, chroma: 0.8 });
  const isLit = side < 0;
  const on = (points: Parameters<typeof flipped>[1]) => flipped(side, points);
  tailor.stroke(
    on([
      [s * 0.62, 0.06, 0],
      [s * 0.82, 0.16, 0],
      [s * 0.95, 0.4, 0],
    ]),
    9,
    shine,
    isLit ? 0.75 : 0.4,
  );
  tailor.stroke(
    on([
      [s * 0.92, 0.5, 0],
      [s * 0.98, 0.8, 0],
      [s * 0.96, 1.1, 0],
    ]),
    7,
    shine,
    isLit ? 0.75 : 0.4,
  );
  tailor.seam(
    on([
      [s * 0.8, 0, 0],
      [s * 0.74, 0.4, 0.1],
      [s * 0.78, 0.86, 0.1],
    ]),
    2.4,
    cloth,
    1,
  );
  tailor.panel(
    on([
      edge(w + 0.26, -0.12, 0),
      edge(s * 0.74, 0.02, 0),
      edge(s * 0.72, 0.16, 0.05),
      edge(w + 0.26, 0.04, 0.1),
    ]),
    tailor.lit(cloth),
    cloth,
    0.9,
  );
  tailor.dot(side * (w + 0.34), -0.04, 0.03, ZIP, cloth);
  const lapel = on([
    edge(w, -0.42, -0.1),
    edge(w * 0.78, 0.14, 0.32),
    edge(isLit ? 0.16 : 0.34, 1.36, 0.5),
    [0.7, 1, 0.5],
    edge(1.22, 0.62, 0.42),
    edge(0.94, 0.44, 0.42),
    edge(1.16, 0.2, 0.38),
    [w + 0.3, -0.14, 0],
  ]);
  tailor.area(
    lapel.map(([x, y, z, c]): ClothPoint => [x + 0.05, y + 0.08, z, c]),
    cloth.deep,
    0.7,
    clip,
  );
  tailor.panel(lapel, isLit ? tailor.lit(cloth, 0.5) : cloth.base, cloth, 1.1);
  tailor.stroke(
    on([
      [w + 0.16, -0.06, 0],
      [0.98, 0.2],
      [0.84, 0.42],
    ]),
    3,
    shine,
    0.8,
  );
  tailor.stroke(
    on([
      [0.56, 0.86, 0.5],
      [0.86, 0.74, 0.45],
      [1.06, 0.62, 0.42],
    ]),
    6,
    shine,
    isLit ? 0.7 : 0.35,
  );
  tailor.dot(side * 1.04, 0.6, 0.03, ZIP, cloth, 0.45);
  tailor.dot(side * 1.06, 0.28, 0.03, ZIP, cloth, 0.45);
  tailor.stitch(
    on([
      [w * 0.84, 0.2, 0.34],
      [isLit ? 0.24 : 0.42, 1.26, 0.5],
    ]),
    ZIP,
    3.4,
  );
}
