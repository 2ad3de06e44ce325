import { mixColours } from '@avatar/vector';
import { drawCollar } from '../collar.js';
import { drawPattern } from '../patterns.js';
import { drawForm } from '../form.js';
import { edge, flipped, type Garment } from '../tailor.js';

export const polo: Garment = {
  hasShortSleeves: true,
  front: (tailor) => {
    const { cloth, second, body } = tailor;
    const w = body.neck + 0.08;
    const clip = tailor.shell(
      [
        [-w, -0.3, -0.1],
        [-w * 0.5, 0.08, 0.3],
        edge(0.02, 0.52, 0.46),
        [w * 0.5, 0.08, 0.3],
        [w, -0.3, -0.1],
      ],
      cloth,
      0.05,
    );
    drawForm(tailor, clip, cloth);
    drawPattern(tailor, clip);
    tailor.armholes(cloth, [0.83, 0.77, 0.8]);
    // Placket with two buttons, the upper one open.
    tailor.panel(
      [edge(-0.09, 0.4, 0.48), edge(0.13, 0.36, 0.48), edge(0.13, 1.16, 0.48), edge(-0.09, 1.16, 0.48)],
      tailor.lit(cloth, 0.3),
      cloth,
      0.8,
    );
    tailor.seam(
      [
        [-0.09, 1.06, 0.48],
        [0.13, 1.06, 0.48],
      ],
      1.6,
      cloth,
      0.7,
      'none',
    );
    for (const y of [0.68, 0.94])
      tailor.dot(0.02, y, 0.036, mixColours(second.base, '#ffffff', 0.5), cloth, 0.5);
    drawCollar(tailor, { ...cloth, base: tailor.lit(cloth, 0.3) }, w, { open: 1.3, length: 0.42 });
    for (const side of [-1, 1])
      tailor.stroke(
        flipped(side, [
          [w + 0.05, -0.18, 0.1],
          [0.55, 0.34, 0.5],
          [0.2, 0.12, 0.5],
        ]),
        2.6,
        second.base,
        0.9,
        'none',
      );
    // A small crest on the chest.
    tailor.panel(
      [edge(0.76, 0.66), edge(0.96, 0.66), [0.96, 0.8], edge(0.86, 0.9), [0.76, 0.8]],
      second.base,
      second,
      0.7,
    );
  },
};
