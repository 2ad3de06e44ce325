import { metalTones, type Tones } from '../../looks/vector/tones.js';
import { edge, flipped, type Garment, type Tailor } from '../tailor.js';

export const armor: Garment = {
  back: (tailor) => {
    const n = tailor.body.neck;
    const steel = metalTones(tailor.scene.character.clothing.hex);
    tailor.panel(
      [
        [-n - 0.36, -0.1, -0.3],
        [-n - 0.3, -0.5, -0.4],
        [0, -0.66, -0.5],
        [n + 0.3, -0.5, -0.4],
        [n + 0.36, -0.1, -0.3],
        [0, 0.3, -0.2],
      ],
      steel.deep,
      steel,
      1.2,
    );
  },
  front: (tailor) => {
    const { hex, second } = tailor.scene.character.clothing;
    const steel = metalTones(hex);
    const trim = metalTones(second);
    drawBreastplate(tailor, steel, trim);
    drawPauldrons(tailor, steel, trim);
    drawGorget(tailor, steel, trim);
  },
  over: (tailor) => {
    const { hex, second } = tailor.scene.character.clothing;
    drawPauldrons(tailor, metalTones(hex), metalTones(second));
  },
};

function drawPauldrons(tailor: Tailor, steel: Tones, trim: Tones): void {
  for (const side of [-1, 1]) for (let lame = 2; lame >= 0; lame--) drawLame(tailor, steel, trim, side, lame);
}

/** Light planes on the left, dark ones on the right, and a ridge between them. */
function drawBreastplate(tailor: Tailor, steel: Tones, trim: Tones): void {
  const { neck: n, shoulder: s } = tailor.body;
  const clip = tailor.shell(
    [
      [-n - 0.3, -0.2, -0.1],
      [-n * 0.6, 0.1, 0.3],
      [0, 0.24, 0.45],
      [n * 0.6, 0.1, 0.3],
      [n + 0.3, -0.2, -0.1],
    ],
    steel,
    0.04,
  );
  tailor.scene.within(clip, () => {
    tailor.area(
      [edge(0.02, 0.2, 0.5), [s * 0.5, 0, 0.2], [s + 0.4, 0.2, 0], [s + 0.4, 5, 0], edge(0.02, 5, 0.5)],
      steel.shadow,
    );
    tailor.area(
      [edge(0.5, 0.3), [0.84, 0.7], edge(0.62, 1.6), [1.3, 1.6, 0.2], [1.5, 0.6, 0.2]],
      steel.deep,
      0.8,
    );
    tailor.area(
      [
        edge(-1, 0.2, 0.3),
        [-0.62, 0.36],
        [-0.5, 0.9, 0.45],
        edge(-0.66, 1.6),
        [-0.92, 1.5, 0.3],
        [-0.96, 0.8, 0.3],
      ],
      steel.light,
      0.95,
    );
    tailor.area(
      [edge(-0.36, 0.4, 0.45), [-0.26, 0.9, 0.5], edge(-0.34, 1.6), [-0.2, 1.5, 0.5], [-0.16, 0.8, 0.5]],
      steel.light,
      0.6,
    );
    tailor.stroke(
      [
        [0, 0.3, 0.5],
        [0.01, 4, 0.5],
      ],
      3,
      steel.line,
      0.9,
      'none',
    );
    tailor.stroke(
      [
        [-0.05, 0.3, 0.5],
        [-0.05, 4, 0.5],
      ],
      3.4,
      steel.light,
      1,
      'none',
    );
    tailor.seam(
      [
        [-1.3, 0.9, 0.2],
        [-0.6, 1.12, 0.45],
        [0, 1.2, 0.5],
        [0.6, 1.12, 0.45],
        [1.3, 0.9, 0.2],
      ],
      2.6,
      steel,
      1,
    );
    tailor.stroke(
      [
        [-1.3, 0.95, 0.2],
        [-0.6, 1.17, 0.45],
        [0, 1.25, 0.5],
      ],
      3,
      steel.light,
      0.9,
    );
    // Fauld: overlapping bands below the waist.
    for (let i = 0; i < 5; i++) {
      const y = 2.1 + i * 0.42;
      tailor.seam(
        [
          [-1.8, y - 0.1, 0.1],
          [0, y + 0.16, 0.5],
          [1.8, y - 0.1, 0.1],
        ],
        3,
        steel,
        1,
        'none',
      );
      tailor.stroke(
        [
          [-1.8, y - 0.05, 0.1],
          [-0.2, y + 0.2, 0.5],
        ],
        3,
        steel.light,
        0.9,
      );
    }
  });
  tailor.panel(
    [edge(0, 0.4, 0.5), edge(0.13, 0.58, 0.5), edge(0, 0.94, 0.5), edge(-0.13, 0.58, 0.5)],
    trim.base,
    trim,
    0.9,
  );
  tailor.area([edge(0, 0.4, 0.5), edge(0.13, 0.58, 0.5), edge(0, 0.94, 0.5)], trim.shadow);
}

/** One of three plates over a shoulder. */
function drawLame(tailor: Tailor, steel: Tones, trim: Tones, side: number, index: number): void {
  const { neck: n, shoulder: s } = tailor.body;
  const drop = index * 0.24;
  const isLit = side < 0;
  tailor.panel(
    flipped(side, [
      [n + 0.42 - index * 0.02, -0.2 + drop * 0.5, 0],
      [s * 0.72, -0.3 + drop * 0.5, 0.1],
      [s + 0.16 + index * 0.05, -0.06 + drop, 0],
      [s + 0.28 + index * 0.06, 0.36 + drop, -0.05],
      [s + 0.12, 0.56 + drop, 0],
      edge(s * 0.72, 0.42 + drop * 0.86, 0.25),
      [s * 0.5, 0.2 + drop * 0.6, 0.3],
    ]),
    isLit ? tailor.lit(steel, 0.35 - index * 0.15) : tailor.shaded(steel, 0.4 + index * 0.15),
    steel,
    1.15,
  );
  const rim = flipped(side, [
    [s * 0.5, 0.16 + drop * 0.6, 0.3],
    [s * 0.72, 0.38 + drop * 0.86, 0.25],
    [s + 0.1, 0.52 + drop, 0],
  ]);
  tailor.stroke(rim, 6.5, trim.line, 1, 'soft');
  tailor.stroke(rim, 4.2, isLit ? trim.base : trim.shadow, 1, 'soft');
  if (index > 0) return;
  tailor.stroke(
    flipped(side, [
      [n + 0.5, -0.12, 0],
      [s * 0.74, -0.18, 0.1],
      [s + 0.04, 0.06, 0],
    ]),
    isLit ? 10 : 5,
    steel.light,
    isLit ? 1 : 0.7,
  );
  tailor.dot(side * s * 0.66, 0.06, 0.045, trim.base, trim);
}

function drawGorget(tailor: Tailor, steel: Tones, trim: Tones): void {
  const n = tailor.body.neck;
  tailor.panel(
    [
      [-n - 0.34, -0.5, -0.1],
      [-n * 0.55, -0.28, 0.35],
      [0, -0.2, 0.45],
      [n * 0.55, -0.28, 0.35],
      [n + 0.34, -0.5, -0.1],
      [n + 0.46, -0.12, 0],
      [n * 0.7, 0.2, 0.35],
      edge(0, 0.42, 0.5),
      [-n * 0.7, 0.2, 0.35],
      [-n - 0.46, -0.12, 0],
    ],
    steel.base,
    steel,
    1.15,
  );
  tailor.area(
    [
      [0.02, -0.2, 0.45],
      [n * 0.55, -0.28, 0.35],
      [n + 0.34, -0.5, -0.1],
      [n + 0.46, -0.12, 0],
      [n * 0.7, 0.2, 0.35],
      edge(0.02, 0.42, 0.5),
    ],
    steel.shadow,
  );
  tailor.area(
    [
      [-n - 0.2, -0.36, -0.05],
      [-n * 0.6, -0.16, 0.35],
      [-n * 0.66, 0.1, 0.35],
      [-n - 0.24, -0.14, 0],
    ],
    steel.light,
    0.9,
  );
  const rim = [
    [-n - 0.34, -0.48, -0.1],
    [-n * 0.55, -0.26, 0.35],
    [0, -0.18, 0.45],
    [n * 0.55, -0.26, 0.35],
    [n + 0.34, -0.48, -0.1],
  ] as const;
  tailor.stroke(rim, 7, trim.line, 1, 'none');
  tailor.stroke(rim, 4.4, trim.base, 1, 'none');
  tailor.seam(
    [
      [-n - 0.4, -0.28, 0],
      [-n * 0.6, -0.04, 0.35],
      [0, 0.08, 0.5],
      [n * 0.6, -0.04, 0.35],
      [n + 0.4, -0.28, 0],
    ],
    2.2,
    steel,
    0.9,
  );
  for (const x of [-0.36, 0.36]) tailor.dot(x, 0.12, 0.035, trim.base, trim, 0.5);
}
