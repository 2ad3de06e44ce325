import { drawPattern } from '../patterns.js';
import { drawForm } from '../form.js';
import { edge, type ClothPoint, type Garment } from '../tailor.js';

export const tshirt: Garment = {
  hasShortSleeves: true,
  front: (tailor) => {
    const { cloth, body, scene } = tailor;
    const { neck } = scene.character.clothing;
    const s = body.shoulder;
    const isWide = neck === 'boat' || neck === 'sweetheart';
    const w = body.neck + (isWide ? 0.32 : 0.2);
    const depth = isWide ? 0.36 : 0.25;
    const neckline: ClothPoint[] =
      neck === 'v'
        ? [
            [-w - 0.06, -0.16, -0.1],
            [-w * 0.7, 0.1, 0.25],
            edge(0, 0.5, 0.42),
            [w * 0.7, 0.1, 0.25],
            [w + 0.06, -0.16, -0.1],
          ]
        : [
            [-w - 0.06, -0.16, -0.1],
            [-w * 0.8, 0.06 + depth * 0.1, 0.2],
            [-w * 0.35, depth, 0.42],
            [w * 0.35, depth, 0.42],
            [w * 0.8, 0.06 + depth * 0.1, 0.2],
            [w + 0.06, -0.16, -0.1],
          ];
    const clip = tailor.shell(neckline, cloth);
    drawForm(tailor, clip, cloth);
    drawPattern(tailor, clip);
    tailor.seam(
      [
        [-w - 0.02, -0.12, 0],
        [-s * 0.6, 0, 0],
        [-s * 0.86, 0.12, -0.05],
      ],
      1.8,
      cloth,
      0.5,
    );
    tailor.armholes(cloth, [0.82, 0.76, 0.8]);
    tailor.rib(neckline, cloth);
    tailor.stitch(
      neckline.slice(1, -1).map(([x, y, z]): ClothPoint => [x * 1.2, y + 0.17, z]),
      cloth.deep,
      1.6,
    );
  },
};
