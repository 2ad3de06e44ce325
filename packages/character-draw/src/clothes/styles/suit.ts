import { mixColours } from '@avatar/vector';
import { drawCollar } from '../collar.js';
import { drawLapels } from '../lapels.js';
import { drawPattern } from '../patterns.js';
import { drawForm } from '../form.js';
import { edge, type Garment, type Tailor } from '../tailor.js';

export const suit: Garment = {
  hem: { y: 6.1, flare: 0.06 },
  front: (tailor) => {
    const { cloth, second, body, scene } = tailor;
    const w = body.neck + 0.1;
    tailor.shell(
      [
        [-w, -0.34, -0.1],
        [-w * 0.5, 0, 0.3],
        [0, 0.22, 0.45],
        [w * 0.5, 0, 0.3],
        [w, -0.34, -0.1],
      ],
      second,
      0.02,
    );
    tailor.area(
      [
        [0.06, 0.2, 0.5],
        [w, -0.2, 0],
        [1, 0.7],
        [0.1, 1.3, 0.5],
      ],
      second.shadow,
      0.6,
    );
    drawTie(tailor);
    drawCollar(tailor, second, w, { open: 0.35, length: 0.38 });
    const clip = tailor.shell(
      [
        [-w - 0.1, -0.3, -0.1],
        [-w * 0.8, 0.2, 0.32],
        edge(-0.04, 1.2, 0.5),
        edge(0.04, 1.2, 0.5),
        [w * 0.8, 0.2, 0.32],
        [w + 0.1, -0.3, -0.1],
      ],
      cloth,
      0.13,
    );
    drawPattern(tailor, clip);
    drawForm(tailor, clip, cloth);
    tailor.armholes(cloth, [0.86, 0.8, 0.84]);
    drawLapels(tailor, cloth, w, scene.character.clothing.lapel, 1.2);
    tailor.panel(
      [edge(0.98, 0.82), edge(1.06, 0.6), edge(1.16, 0.74), edge(1.26, 0.58, 0.35), edge(1.36, 0.76, 0.3)],
      second.base,
      second,
      0.8,
    );
    tailor.seam(
      [
        [0.92, 0.84],
        [1.42, 0.76, 0.3],
      ],
      2.6,
      cloth,
      1,
      'none',
    );
    tailor.seam(
      [
        [0.02, 1.2, 0.5],
        [0.04, 2.4, 0.5],
        [0.4, 4.2, 0.45],
      ],
      2.4,
      cloth,
      0.9,
      'none',
    );
    tailor.dot(-0.1, 1.2, 0.045, cloth.deep, cloth, 0.5);
    tailor.dot(-0.1, 1.74, 0.045, cloth.deep, cloth, 0.5);
  },
};

function drawTie(tailor: Tailor): void {
  const tie = tailor.third;
  tailor.panel(
    [
      edge(-0.15, 0.1, 0.52),
      [0, 0.07, 0.52],
      edge(0.15, 0.1, 0.52),
      edge(0.1, 0.36, 0.52),
      edge(0.21, 1.75, 0.52),
      edge(-0.21, 1.75, 0.52),
      edge(-0.1, 0.36, 0.52),
    ],
    tie.base,
    tie,
  );
  tailor.area(
    [
      edge(0.03, 0.1, 0.52),
      edge(0.15, 0.1, 0.52),
      edge(0.1, 0.36, 0.52),
      edge(0.21, 1.75, 0.52),
      edge(0.06, 1.75, 0.52),
      edge(0.04, 0.36, 0.52),
    ],
    tie.shadow,
  );
  tailor.seam(
    [
      [-0.1, 0.36, 0.52],
      [0.1, 0.36, 0.52],
    ],
    2.4,
    tie,
    1,
    'none',
  );
  for (let i = 0; i < 4; i++)
    tailor.stroke(
      [
        [-0.13, 0.56 + i * 0.26, 0.52],
        [0.13, 0.44 + i * 0.26, 0.52],
      ],
      4,
      mixColours(tie.base, '#ffffff', 0.55),
      0.8,
      'none',
    );
}
