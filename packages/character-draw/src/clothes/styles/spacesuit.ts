import { mixColours } from '@avatar/vector';
import { metalTones, type Tones } from '../../looks/vector/tones.js';
import { drawForm } from '../form.js';
import { edge, flipped, type Garment, type Tailor } from '../tailor.js';

const LIGHTS = [
  [0.22, 0.88, '#e25b4b'],
  [0.36, 0.88, '#f2c14e'],
  [0.22, 1.02, '#5fb0e3'],
  [0.36, 1.02, '#6fcf97'],
] as const;

export const spacesuit: Garment = {
  back: (tailor) => {
    const { cloth, body } = tailor;
    const s = body.shoulder;
    tailor.panel(
      [
        edge(-s * 0.62, 0.4, -0.5),
        [-s * 0.64, -0.36, -0.5],
        [-s * 0.5, -0.52, -0.5],
        [s * 0.5, -0.52, -0.5],
        [s * 0.64, -0.36, -0.5],
        edge(s * 0.62, 0.4, -0.5),
      ],
      cloth.deep,
      cloth,
      1.2,
    );
  },
  front: (tailor) => {
    const { cloth, body } = tailor;
    const n = body.neck;
    const steel = metalTones('#aab4c6');
    const clip = tailor.shell(
      [
        [-n - 0.5, -0.2, -0.1],
        [-n * 0.6, 0.1, 0.3],
        [0, 0.2, 0.45],
        [n * 0.6, 0.1, 0.3],
        [n + 0.5, -0.2, -0.1],
      ],
      cloth,
      0.16,
    );
    drawForm(tailor, clip, cloth);
    drawStraps(tailor, clip);
    drawUnit(tailor, steel);
    drawPatches(tailor);
    drawNeckRing(tailor, steel);
  },
};

function drawStraps(tailor: Tailor, clip: string): void {
  const { cloth, second, body } = tailor;
  const s = body.shoulder;
  tailor.scene.within(clip, () => {
    for (const side of [-1, 1]) {
      for (const [y, width] of [
        [0.34, 15],
        [0.52, 6],
      ])
        tailor.stroke(
          flipped(side, [
            [s * 0.78, y + 0.1, 0.1],
            [s * 0.96, y - 0.02, 0.1],
            [s + 0.3, y + 0.02, 0],
          ]),
          width,
          second.base,
          1,
          'none',
        );
      for (const y of [0.8, 1])
        tailor.stroke(
          flipped(side, [
            [s * 0.74, y, 0.1],
            [s * 0.98, y - 0.1, 0.1],
            [s + 0.34, y, 0],
          ]),
          6,
          cloth.deep,
          0.7,
        );
      tailor.area(
        flipped(side, [edge(0.52, -0.1, 0.3), edge(0.76, -0.1, 0.25), edge(0.72, 4), edge(0.5, 4)]),
        mixColours(cloth.base, cloth.deep, 0.5),
      );
      tailor.seam(
        flipped(side, [
          [0.52, -0.1, 0.3],
          [0.5, 4],
        ]),
        2,
        cloth,
        0.9,
        'none',
      );
      tailor.seam(
        flipped(side, [
          [0.76, -0.1, 0.25],
          [0.72, 4],
        ]),
        2,
        cloth,
        0.9,
        'none',
      );
    }
  });
}

function drawUnit(tailor: Tailor, steel: Tones): void {
  tailor.panel(
    [
      edge(-0.46, 0.72, 0.5),
      edge(0.46, 0.72, 0.5),
      edge(0.5, 0.8, 0.5),
      edge(0.48, 1.7, 0.5),
      edge(-0.48, 1.7, 0.5),
      edge(-0.5, 0.8, 0.5),
    ],
    steel.base,
    steel,
    1.1,
  );
  tailor.area(
    [edge(-0.38, 0.84, 0.5), edge(0.1, 0.84, 0.5), edge(0.1, 1.06, 0.5), edge(-0.38, 1.06, 0.5)],
    '#1d2a3c',
  );
  tailor.stroke(
    [
      [-0.32, 0.98, 0.5],
      [-0.2, 0.9, 0.5],
      [-0.12, 1, 0.5],
      [0.04, 0.92, 0.5],
    ],
    2.6,
    '#5fe3c8',
    1,
    'none',
  );
  for (const [x, y, colour] of LIGHTS) tailor.dot(x, y, 0.05, colour, steel, 0.5);
  for (let i = 0; i < 4; i++)
    tailor.seam(
      [
        [-0.34, 1.22 + i * 0.1, 0.5],
        [0.34, 1.22 + i * 0.1, 0.5],
      ],
      2,
      steel,
      0.7,
      'none',
    );
}

function drawPatches(tailor: Tailor): void {
  const { cloth, second, body } = tailor;
  const s = body.shoulder;
  tailor.dot(s * 0.58, 0.44, 0.15, second.base, cloth, 0.3);
  tailor.dot(s * 0.58, 0.44, 0.09, '#ffffff', undefined, 0.3);
  tailor.stroke(
    [
      [s * 0.5, 0.5, 0.3],
      [s * 0.66, 0.38, 0.3],
    ],
    3,
    second.line,
    1,
  );
  tailor.panel(
    [
      edge(-s * 0.68, 0.36, 0.3),
      edge(-s * 0.46, 0.36, 0.3),
      edge(-s * 0.46, 0.52, 0.3),
      edge(-s * 0.68, 0.52, 0.3),
    ],
    '#39507f',
    cloth,
    0.8,
  );
  tailor.stroke(
    [
      [-s * 0.66, 0.44, 0.3],
      [-s * 0.48, 0.44, 0.3],
    ],
    3,
    '#ffffff',
    1,
    'none',
  );
}

function drawNeckRing(tailor: Tailor, steel: Tones): void {
  const { second, body } = tailor;
  const n = body.neck;
  tailor.panel(
    [
      [-n - 0.62, -0.34, -0.1],
      [-n * 0.7, -0.02, 0.35],
      [0, 0.1, 0.5],
      [n * 0.7, -0.02, 0.35],
      [n + 0.62, -0.34, -0.1],
      [n + 0.62, -0.1, -0.05],
      [n * 0.75, 0.24, 0.35],
      [0, 0.38, 0.5],
      [-n * 0.75, 0.24, 0.35],
      [-n - 0.62, -0.1, -0.05],
    ],
    steel.base,
    steel,
    1.15,
  );
  tailor.area(
    [
      [0.1, 0.1, 0.5],
      [n * 0.7, -0.02, 0.35],
      [n + 0.62, -0.34, -0.1],
      [n + 0.62, -0.1, -0.05],
      [n * 0.75, 0.24, 0.35],
      [0.1, 0.38, 0.5],
    ],
    steel.shadow,
  );
  tailor.stroke(
    [
      [-n - 0.54, -0.18, 0],
      [-n * 0.7, 0.1, 0.35],
      [-0.2, 0.2, 0.5],
    ],
    6,
    steel.light,
    1,
  );
  for (const x of [-0.7, -0.36, 0, 0.36, 0.7])
    tailor.dot(x, 0.24 - x * x * 0.3, 0.035, second.base, steel, 0.5);
}
