import { drawPattern } from '../patterns.js';
import { drawForm } from '../form.js';
import { flipped, type Garment } from '../tailor.js';

export const turtleneck: Garment = {
  front: (tailor) => {
    const { cloth, body } = tailor;
    const { neck: n, shoulder: s } = body;
    const clip = tailor.shell(
      [
        [-n - 0.1, -0.4, -0.1],
        [-n * 0.5, -0.2, 0.3],
        [n * 0.5, -0.2, 0.3],
        [n + 0.1, -0.4, -0.1],
      ],
      cloth,
      0.08,
    );
    drawPattern(tailor, clip);
    drawForm(tailor, clip, cloth);
    for (const side of [-1, 1])
      tailor.seam(
        flipped(side, [
          [n + 0.24, -0.12, 0],
          [s * 0.62, 0.34, 0.2],
          [s * 0.74, 0.86, 0.1],
        ]),
        2.2,
        cloth,
        0.6,
      );
    const [high, low] = [-0.66, -0.02];
    tailor.area(
      [
        [-n - 0.1, -0.1, 0],
        [0, 0.2],
        [n + 0.14, -0.1, 0],
        [n + 0.2, 0.12, 0],
        [0.06, 0.32],
        [-n - 0.04, 0.06, 0],
      ],
      cloth.deep,
      0.7,
      clip,
    );
    tailor.panel(
      [
        [-n - 0.06, high, -0.1],
        [-n * 0.5, high + 0.16, 0.3],
        [n * 0.5, high + 0.16, 0.3],
        [n + 0.06, high, -0.1],
        [n + 0.13, -0.3, -0.05],
        [n + 0.1, low - 0.02, 0.1],
        [0, low + 0.16],
        [-n - 0.1, low - 0.02, 0.1],
        [-n - 0.13, -0.3, -0.05],
      ],
      tailor.lit(cloth, 0.35),
      cloth,
      1.1,
    );
    tailor.area(
      [
        [0.12, high + 0.2, 0.3],
        [n * 0.6, high + 0.14, 0.3],
        [n + 0.06, high, -0.1],
        [n + 0.13, -0.3, -0.05],
        [n + 0.1, low - 0.02, 0.1],
        [0.2, low + 0.14],
      ],
      cloth.shadow,
      0.8,
    );
    for (let i = -5; i <= 5; i++) {
      const x = (i / 5.6) * n;
      const rise = Math.abs(i / 5);
      tailor.seam(
        [
          [x, high + 0.2 - 0.18 * rise, 0.3],
          [x * 1.08, low + 0.05 - 0.08 * rise, 0.3],
        ],
        1.9,
        cloth,
        0.55,
        'none',
      );
    }
    tailor.stroke(
      [
        [-n - 0.04, high + 0.1, 0],
        [-n * 0.4, high + 0.28, 0.3],
        [n * 0.4, high + 0.28, 0.3],
        [n + 0.04, high + 0.1, 0],
      ],
      2.2,
      cloth.light,
      0.8,
    );
  },
};
