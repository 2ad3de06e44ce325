import { mixColours } from '@avatar/vector';
import { drawPattern } from '../patterns.js';
import { drawForm } from '../form.js';
import { edge, flipped, type Garment } from '../tailor.js';

export const kurta: Garment = {
  hem: { y: 8.3, flare: 0.25 },
  front: (tailor) => {
    const { cloth, second, body } = tailor;
    const w = body.neck + 0.1;
    const clip = tailor.shell(
      [
        [-w, -0.34, -0.1],
        [-w * 0.5, -0.04, 0.3],
        edge(-0.02, 0.2, 0.45),
        edge(0.02, 0.2, 0.45),
        [w * 0.5, -0.04, 0.3],
        [w, -0.34, -0.1],
      ],
      cloth,
      0.1,
    );
    drawPattern(tailor, clip);
    drawForm(tailor, clip, cloth);
    tailor.fold([-0.4, 0.3], [-0.5, 0.7], [-0.44, 1.3], 10, cloth);
    for (const side of [-1, 1]) {
      tailor.panel(
        flipped(side, [
          edge(w + 0.02, -0.62, -0.1),
          [w * 0.5, -0.32, 0.3],
          edge(0.06, -0.1, 0.45),
          edge(0.06, 0.24, 0.45),
          [w * 0.6, 0, 0.3],
          edge(w + 0.08, -0.28, -0.05),
        ]),
        side < 0 ? tailor.lit(cloth, 0.5) : tailor.shaded(cloth, 0.3),
        cloth,
      );
      tailor.stroke(
        flipped(side, [
          [w - 0.02, -0.52, 0],
          [w * 0.5, -0.25, 0.3],
          [0.1, -0.04, 0.45],
        ]),
        3,
        second.base,
        0.9,
        'none',
      );
    }
    tailor.panel(
      [edge(-0.2, 0.18, 0.46), edge(0.2, 0.18, 0.46), edge(0.2, 2.4, 0.46), edge(-0.2, 2.4, 0.46)],
      mixColours(cloth.base, second.base, 0.35),
      cloth,
      0.8,
    );
    for (let i = 0; i < 6; i++) {
      const y = 0.36 + i * 0.32;
      tailor.dot(0, y, 0.042, second.base, cloth, 0.5);
      for (const side of [-1, 1])
        tailor.stroke(
          flipped(side, [
            [0.13, y - 0.08, 0.5],
            [0.16, y, 0.5],
            [0.13, y + 0.08, 0.5],
          ]),
          3.4,
          second.base,
          0.8,
        );
    }
    for (const side of [-1, 1])
      tailor.stroke(
        flipped(side, [
          [0.2, 0.2, 0.5],
          [0.2, 2.4, 0.5],
        ]),
        2.2,
        second.base,
        0.9,
        'none',
      );
  },
};
