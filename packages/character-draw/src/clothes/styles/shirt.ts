import { mixColours } from '@avatar/vector';
import { drawCollar } from '../collar.js';
import { drawPattern } from '../patterns.js';
import { drawForm } from '../form.js';
import { edge, flipped, type Garment } from '../tailor.js';

export const shirt: Garment = {
  front: (tailor) => {
    const { cloth, body } = tailor;
    const s = body.shoulder;
    const w = body.neck + 0.06;
    const clip = tailor.shell(
      [[-w, -0.32, -0.1], [-w * 0.5, 0.05, 0.3], edge(0, 0.34, 0.45), [w * 0.5, 0.05, 0.3], [w, -0.32, -0.1]],
      cloth,
      0.08,
    );
    drawPattern(tailor, clip);
    drawForm(tailor, clip, cloth);
    tailor.fold([-0.5, 0.3], [-0.4, 0.7, 0.45], [-0.46, 1.3], 9, cloth);
    tailor.fold([0.5, 0.32], [0.42, 0.66, 0.45], [0.5, 1.1], 9, cloth);
    tailor.seam(
      [
        [0, 0.32, 0.5],
        [0, 4.4, 0.5],
      ],
      2.3,
      cloth,
      0.85,
      'none',
    );
    tailor.seam(
      [
        [0.17, 0.34, 0.5],
        [0.17, 4.4, 0.5],
      ],
      1.5,
      cloth,
      0.55,
      'none',
    );
    for (let i = 0; i < 8; i++)
      tailor.dot(0.085, 0.5 + i * 0.4, 0.034, mixColours(cloth.base, '#ffffff', 0.6), cloth, 0.5);
    tailor.panel(
      [
        edge(0.5, 0.62, 0.42),
        edge(0.98, 0.6, 0.36),
        edge(0.96, 1.16, 0.36),
        [0.74, 1.24],
        edge(0.52, 1.18, 0.42),
      ],
      tailor.shaded(cloth, 0.2),
      cloth,
      0.8,
    );
    tailor.seam(
      [
        [0.5, 0.72, 0.42],
        [0.98, 0.7, 0.36],
      ],
      1.8,
      cloth,
      0.7,
      'none',
    );
    for (const side of [-1, 1])
      tailor.seam(
        flipped(side, [
          [w + 0.2, -0.14, 0],
          [s * 0.72, 0.06, 0],
        ]),
        1.6,
        cloth,
        0.45,
      );
    drawCollar(tailor, { ...cloth, base: tailor.lit(cloth) }, w);
  },
};
