import { drawPattern } from '../patterns.js';
import { drawForm } from '../form.js';
import { edge, flipped, type ClothPoint, type Garment, type Tailor } from '../tailor.js';

export const hoodie: Garment = {
  back: (tailor) => {
    const { cloth, body } = tailor;
    const n = body.neck;
    tailor.panel(
      [
        [-n - 0.66, -0.02, -0.3],
        [-n - 0.6, -0.5, -0.5],
        [-n * 0.6, -0.84, -0.6],
        [n * 0.6, -0.84, -0.6],
        [n + 0.6, -0.5, -0.5],
        [n + 0.66, -0.02, -0.3],
        [0, 0.3, -0.3],
      ],
      tailor.shaded(cloth, 0.3),
      cloth,
      1.2,
    );
    tailor.area(
      [
        [-n - 0.34, -0.1, -0.3],
        [-n - 0.3, -0.46, -0.5],
        [-n * 0.5, -0.68, -0.6],
        [n * 0.5, -0.68, -0.6],
        [n + 0.3, -0.46, -0.5],
        [n + 0.34, -0.1, -0.3],
        [0, 0.3, -0.3],
      ],
      cloth.deep,
    );
  },
  front: (tailor) => {
    const { cloth, body } = tailor;
    const s = body.shoulder;
    const w = body.neck + 0.22;
    const clip = tailor.shell(
      [
        [-w, -0.3, -0.1],
        [-w * 0.8, 0.08, 0.25],
        [-w * 0.3, 0.34, 0.45],
        [w * 0.3, 0.34, 0.45],
        [w * 0.8, 0.08, 0.25],
        [w, -0.3, -0.1],
      ],
      cloth,
      0.14,
    );
    drawPattern(tailor, clip);
    drawForm(tailor, clip, cloth);
    for (const side of [-1, 1]) {
      tailor.seam(
        flipped(side, [
          [w + 0.34, -0.02, 0],
          [s * 0.72, 0.4, 0.1],
          [s * 0.78, 0.86, 0.1],
        ]),
        2.3,
        cloth,
        0.75,
      );
      tailor.stitch(
        flipped(side, [
          [w + 0.4, -0.04, 0],
          [s * 0.76, 0.38, 0.1],
          [s * 0.82, 0.84, 0.1],
        ]),
        cloth.deep,
        1.4,
      );
    }
    if (!tailor.hasFreeArms || tailor.scene.character.pose.framing === 'full_body') drawPocket(tailor);
    tailor.fold([-0.2, 0.66, 0.45], [-0.34, 0.95, 0.45], [-0.3, 1.4], 12, cloth);
    tailor.fold([0.3, 0.62, 0.45], [0.5, 0.9, 0.45], [0.52, 1.3], 12, cloth);
    for (const side of [-1, 1]) drawHoodEdge(tailor, side, clip);
  },
};

/** On a whole person it sits above the hem, else where the picture ends. */
function drawPocket(tailor: Tailor): void {
  const { cloth, body, scene } = tailor;
  const b = body.shoulder * 0.56;
  const y = scene.character.pose.framing === 'full_body' ? 1.75 : 2.5;
  tailor.panel(
    [
      edge(-b * 0.72, y, 0.45),
      edge(b * 0.72, y, 0.45),
      [b * 0.86, y + 0.4],
      edge(b, y + 0.8, 0.3),
      edge(b, y + 1.5, 0.3),
      edge(-b, y + 1.5, 0.3),
      edge(-b, y + 0.8, 0.3),
      [-b * 0.86, y + 0.4],
    ],
    tailor.lit(cloth, 0.15),
    cloth,
  );
  for (const side of [-1, 1])
    tailor.stitch(
      flipped(side, [
        [b * 0.78, y + 0.06, 0.45],
        [b * 0.92, y + 0.42],
        [b * 1.05, y + 0.78, 0.3],
      ]),
      cloth.deep,
      1.6,
    );
}

function drawHoodEdge(tailor: Tailor, side: number, clip: string): void {
  const { cloth, second, body, scene } = tailor;
  const n = body.neck;
  const roll = flipped(side, [
    [n - 0.02, -0.52, -0.1],
    [n + 0.4, -0.5, -0.1],
    [n + 0.62, -0.06, 0.05],
    [0.56, 0.46, 0.45],
    edge(0, 0.68, 0.5),
    edge(0, 0.34, 0.5),
    [0.34, 0.14],
    [n - 0.05, -0.2, 0.1],
  ]);
  tailor.area(
    roll.map(([x, y, z, c]): ClothPoint => [x + 0.03, y + 0.09, z, c]),
    cloth.deep,
    0.75,
    clip,
  );
  tailor.panel(roll, side < 0 ? tailor.lit(cloth, 0.45) : tailor.shaded(cloth, 0.25), cloth, 1.1);
  tailor.area(
    flipped(side, [
      [n - 0.02, -0.42, -0.1],
      [n + 0.17, -0.3, 0],
      [0.42, 0.2],
      [0.02, 0.48, 0.5],
      [0.02, 0.36, 0.5],
      [0.34, 0.12],
    ]),
    cloth.deep,
    0.9,
  );
  tailor.stroke(
    flipped(side, [
      [n + 0.3, -0.4, 0],
      [n + 0.44, -0.1, 0.1],
      [0.6, 0.3],
    ]),
    6,
    side < 0 ? cloth.light : cloth.base,
    0.8,
  );
  tailor.seam(
    flipped(side, [
      [n + 0.2, -0.2, 0],
      [0.62, 0.18],
      [0.3, 0.48, 0.5],
    ]),
    1.7,
    cloth,
    0.5,
  );
  const cord = flipped(side, [
    [0.26, 0.46, 0.5],
    [0.31, 0.76, 0.5],
    [0.27, 1.04, 0.5],
  ]);
  tailor.dot(side * 0.26, 0.44, 0.05, cloth.deep, cloth, 0.5);
  tailor.stroke(cord, 8.5, scene.ifInked(cloth.line, cloth.deep), 1, 'soft');
  tailor.stroke(cord, 5.4, second.base, 1, 'soft');
  tailor.stroke(
    flipped(side, [
      [0.27, 1, 0.5],
      [0.268, 1.16, 0.5],
    ]),
    8,
    '#9aa0ac',
    1,
    'none',
  );
}
