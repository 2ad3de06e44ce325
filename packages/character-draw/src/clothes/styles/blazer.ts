import { drawLapels } from '../lapels.js';
import { drawPattern } from '../patterns.js';
import { drawForm } from '../form.js';
import { edge, type Garment } from '../tailor.js';

export const blazer: Garment = {
  hem: { y: 6, flare: 0.06 },
  front: (tailor) => {
    const { cloth, second, body, scene } = tailor;
    const w = body.neck + 0.16;
    tailor.shell(
      [
        [-w, -0.25, -0.1],
        [-w * 0.62, 0.12, 0.3],
        [0, 0.5, 0.45],
        [w * 0.62, 0.12, 0.3],
        [w, -0.25, -0.1],
      ],
      second,
      0,
    );
    tailor.fold([-0.3, 0.44, 0.45], [-0.16, 0.8, 0.5], [-0.2, 1.2, 0.5], 9, second);
    tailor.area(
      [
        [0.1, 0.5, 0.45],
        [w * 0.62, 0.12, 0.3],
        [w, -0.2, -0.1],
        [0.9, 0.8],
        [0.3, 1.3, 0.5],
      ],
      second.shadow,
      0.7,
    );
    tailor.seam(
      [
        [-w * 0.62, 0.17, 0.3],
        [0, 0.55, 0.45],
        [w * 0.62, 0.17, 0.3],
      ],
      1.8,
      second,
      0.6,
    );
    const clip = tailor.shell(
      [
        [-w - 0.06, -0.28, -0.1],
        [-w * 0.7, 0.25, 0.32],
        edge(-0.03, 1.12, 0.5),
        edge(0.03, 1.12, 0.5),
        [w * 0.7, 0.25, 0.32],
        [w + 0.06, -0.28, -0.1],
      ],
      cloth,
      0.1,
    );
    drawPattern(tailor, clip);
    drawForm(tailor, clip, cloth);
    tailor.armholes(cloth, [0.86, 0.8, 0.82]);
    drawLapels(tailor, cloth, w, scene.character.clothing.lapel, 1.12);
    tailor.seam(
      [
        [0.02, 1.1, 0.5],
        [0.04, 2.2, 0.5],
        [0.3, 4.2, 0.45],
      ],
      2.4,
      cloth,
      0.9,
      'none',
    );
    tailor.dot(-0.1, 1.16, 0.045, cloth.deep, cloth, 0.5);
    tailor.dot(-0.1, 1.66, 0.045, cloth.deep, cloth, 0.5);
    tailor.seam(
      [
        [1, 0.86],
        [1.4, 0.8, 0.3],
      ],
      2.6,
      cloth,
      0.9,
      'none',
    );
  },
};
