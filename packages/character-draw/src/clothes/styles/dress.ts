import type { Neckline } from '@avatar/character';
import { drawPattern } from '../patterns.js';
import { drawForm } from '../form.js';
import { edge, flipped, type ClothPoint, type Garment, type Tailor } from '../tailor.js';

/** Gathers under the neckline: where they start, where they end, how wide they are. */
const GATHERS: readonly (readonly [from: number, to: number, width: number])[] = [
  [-0.75, -0.85, 9],
  [-0.4, -0.46, 12],
  [-0.14, -0.1, 8],
  [0.2, 0.24, 11],
  [0.5, 0.6, 9],
  [0.8, 0.94, 10],
];

export const dress: Garment = {
  showsLegs: true,
  hem: { y: 8.7, flare: 0.75 },
  hasShortSleeves: true,
  front: (tailor) => {
    const { cloth, body, scene } = tailor;
    const s = body.shoulder;
    // Under a hijab the dress closes at the neck.
    const kind = scene.character.headwear.style === 'hijab' ? 'boat' : scene.character.clothing.neck;
    const neckline = necklineOf(tailor, kind);
    const clip = tailor.shell(neckline, cloth, 0.05);
    drawPattern(tailor, clip);
    drawForm(tailor, clip, cloth, { folds: false });
    for (const [from, to, width] of GATHERS) {
      const y =
        kind === 'v' ? 0.94 - Math.abs(from) * 0.8 : kind === 'sweetheart' ? 0.56 : 0.26 - from * from * 0.2;
      tailor.stroke(
        [
          [from, y + 0.06, 0.46],
          [to * 0.98, y + 0.4, 0.46],
          [to, y + 0.8, 0.44],
        ],
        width,
        cloth.shadow,
        0.9,
        'fold',
      );
    }
    const band = neckline.map(([x, y, z]): ClothPoint => [x * 1.05, y + 0.09, z]);
    tailor.panel(
      [...neckline.map(([x, y, z]): ClothPoint => [x, y, z]), ...band.reverse()],
      tailor.lit(cloth, 0.5),
      cloth,
      0.9,
    );
    tailor.armholes(cloth, [0.8, 0.76, 0.82]);
    if (kind === 'v' || kind === 'sweetheart')
      tailor.stroke(
        [
          [-s * 0.86, 0.16, 0],
          [-s * 0.76, 0.4, 0.1],
          [-s * 0.7, 0.5, 0.1],
        ],
        10,
        cloth.shadow,
        0.8,
        'out',
      );
    if (scene.character.pose.framing === 'full_body' || !tailor.hasFreeArms)
      for (const side of [-1, 1])
        tailor.seam(
          flipped(side, [
            [0, 2.56, 0.5],
            [s * 0.4, 2.52, 0.4],
            [s * 0.8, 2.4, 0],
          ]),
          3,
          cloth,
          0.8,
          'none',
        );
  },
};

function necklineOf({ body }: Tailor, kind: Neckline): ClothPoint[] {
  const { neck: n, shoulder: s } = body;
  switch (kind) {
    case 'sweetheart':
      return [
        [-s * 0.72, 0, -0.1],
        [-0.82, 0.46, 0.38],
        [-0.4, 0.52, 0.46],
        edge(0, 0.72, 0.48),
        [0.4, 0.52, 0.46],
        [0.82, 0.46, 0.38],
        [s * 0.72, 0, -0.1],
      ];
    case 'v':
      return [
        [-n - 0.5, -0.12, -0.1],
        [-0.6, 0.34, 0.3],
        edge(0, 0.98, 0.48),
        [0.6, 0.34, 0.3],
        [n + 0.5, -0.12, -0.1],
      ];
    case 'crew':
      return [
        [-n - 0.3, -0.14, -0.1],
        [-0.62, 0.16, 0.3],
        [0, 0.34, 0.44],
        [0.62, 0.16, 0.3],
        [n + 0.3, -0.14, -0.1],
      ];
    case 'boat':
      return [
        [-s * 0.66, -0.06, -0.1],
        [-0.7, 0.12, 0.3],
        [0, 0.26, 0.44],
        [0.7, 0.12, 0.3],
        [s * 0.66, -0.06, -0.1],
      ];
  }
}
