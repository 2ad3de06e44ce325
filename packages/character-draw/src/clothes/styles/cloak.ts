import { mix } from '@avatar/image';
import { metalTones } from '../../looks/vector/tones.js';
import { edge, flipped, type ClothPoint, type Garment, type Tailor } from '../tailor.js';

export const cloak: Garment = {
  hem: { y: 11, flare: 0.6 },
  back: (tailor) => {
    const { cloth, body, scene } = tailor;
    const n = body.neck;
    if (scene.character.headwear.style === 'hood') return;
    tailor.panel(
      [
        [-n - 0.7, 0, -0.3],
        [-n - 0.66, -0.46, -0.5],
        [-n * 0.6, -0.74, -0.6],
        [n * 0.6, -0.74, -0.6],
        [n + 0.66, -0.46, -0.5],
        [n + 0.7, 0, -0.3],
        [0, 0.3, -0.3],
      ],
      cloth.deep,
      cloth,
      1.2,
    );
  },
  front: (tailor) => {
    const { cloth, body } = tailor;
    const w = body.neck + 0.1;
    drawTunic(tailor, w);
    const clip = tailor.shell(
      [
        [-w - 0.2, -0.32, -0.1],
        [-w * 0.95, 0.12, 0.3],
        edge(-0.34, 0.34, 0.5),
        edge(-0.62, 1.6, 0.45),
        edge(-0.9, 8.8, 0.4),
        edge(0.9, 8.8, 0.4),
        edge(0.62, 1.6, 0.45),
        edge(0.34, 0.34, 0.5),
        [w * 0.95, 0.12, 0.3],
        [w + 0.2, -0.32, -0.1],
      ],
      cloth,
      0.2,
    );
    drawFolds(tailor, clip);
    for (const side of [-1, 1]) drawMantle(tailor, side, clip);
    drawClasp(tailor);
  },
  over: (tailor) => {
    const { torsoClip, character } = tailor.scene;
    // The hand at the chin lies before the mantle.
    if (torsoClip === undefined || character.pose.gesture === 'hand_on_chin') return;
    for (const side of [-1, 1]) drawMantle(tailor, side, torsoClip);
    drawClasp(tailor);
  },
};

function drawTunic(tailor: Tailor, w: number): void {
  const { second } = tailor;
  tailor.shell(
    [
      [-w - 0.1, -0.24, -0.1],
      [-w * 0.6, 0.06, 0.3],
      edge(0, 0.36, 0.45),
      [w * 0.6, 0.06, 0.3],
      [w + 0.1, -0.24, -0.1],
    ],
    second,
    0,
  );
  tailor.area(
    [
      [-0.6, 0.2],
      [0.9, 0.1, 0.3],
      [0.9, 0.6, 0.3],
      [0.2, 0.6, 0.45],
      [-0.2, 0.5, 0.45],
    ],
    second.shadow,
    0.9,
  );
  tailor.seam(
    [
      [0, 0.36, 0.45],
      [0, 1.6, 0.45],
    ],
    2,
    second,
    0.8,
  );
  for (let i = 0; i < 3; i++)
    tailor.stroke(
      [
        [-0.1, 0.5 + i * 0.2, 0.45],
        [0.1, 0.58 + i * 0.2, 0.45],
      ],
      3.4,
      second.line,
      0.9,
      'none',
    );
}

function drawFolds(tailor: Tailor, clip: string): void {
  const { cloth, body } = tailor;
  const s = body.shoulder;
  tailor.scene.within(clip, () => {
    tailor.area(
      [
        [s * 0.5, -0.3, 0],
        [s * 0.66, 0.3, 0.1],
        edge(s * 0.52, 1, 0.2),
        [s * 0.7, 1.5, 0.1],
        [s + 1, 5, 0],
        [s + 1, -0.4, 0],
      ],
      cloth.shadow,
    );
    for (const side of [-1, 1])
      for (const [from, to, width] of [
        [0.5, 0.86, 15],
        [0.7, 1.2, 18],
        [0.98, 1.6, 14],
      ])
        tailor.stroke(
          flipped(side, [
            [from * 0.85, 0.26],
            [mix(from, to, 0.5), 0.62, 0.3],
            [to, 1.5, 0.2],
            [to * 1.1, 4, 0.2],
          ]),
          width,
          side < 0 ? cloth.shadow : cloth.deep,
          0.9,
          'in',
        );
    for (const [from, to] of [
      [-0.62, -1.02],
      [-0.86, -1.4],
    ])
      tailor.stroke(
        [
          [from * 0.9, 0.24],
          [mix(from, to, 0.5), 0.62, 0.3],
          [to, 1.5, 0.2],
        ],
        6,
        cloth.light,
        0.8,
        'in',
      );
  });
}

function drawMantle(tailor: Tailor, side: number, clip: string): void {
  const { cloth, body } = tailor;
  const { neck: n, shoulder: s } = body;
  const mantle = flipped(side, [
    [n + 0.02, -0.56, -0.1],
    [n + 0.5, -0.44, -0.05],
    [s * 0.84, 0.04, 0],
    [s * 0.92, 0.36, 0.05],
    [s * 0.6, 0.56, 0.3],
    [0.5, 0.5, 0.45],
    edge(0.16, 0.3, 0.5),
    [n * 0.7, 0, 0.35],
  ]);
  tailor.area(
    mantle.map(([x, y, z, c]): ClothPoint => [x + 0.03, y + 0.1, z, c]),
    cloth.deep,
    0.7,
    clip,
  );
  tailor.panel(mantle, side < 0 ? tailor.lit(cloth, 0.35) : tailor.shaded(cloth, 0.35), cloth, 1.15);
  for (const [over, to, width] of [
    [0.5, 0.7, 10],
    [0.8, 1.1, 12],
  ])
    tailor.stroke(
      flipped(side, [
        [0.36, 0.24, 0.45],
        [over, 0.3],
        [to, 0.42, 0.25],
      ]),
      width,
      cloth.shadow,
      0.8,
    );
  tailor.stroke(
    flipped(side, [
      [n + 0.3, -0.36, 0],
      [s * 0.7, -0.02, 0.05],
      [s * 0.84, 0.2, 0.05],
    ]),
    side < 0 ? 7 : 3,
    cloth.light,
    0.7,
  );
}

function drawClasp(tailor: Tailor): void {
  const gold = metalTones('#d6a94a');
  tailor.dot(0, 0.32, 0.17, gold.shadow, gold, 0.55);
  tailor.dot(0, 0.315, 0.135, gold.base, undefined, 0.55);
  tailor.dot(0, 0.32, 0.09, tailor.third.base, gold, 0.55);
  tailor.dot(-0.03, 0.285, 0.025, '#ffffff', undefined, 0.55);
}
