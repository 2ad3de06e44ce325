import type { ClothingPattern } from '@avatar/character';
import { inkStroke, mixColours, shade, type Point2 } from '@avatar/vector';
import type { ClothPoint, Tailor } from './tailor.js';

/** Prints and knits, clipped to a garment. @param pattern by default what the character wears */
export function drawPattern(
  tailor: Tailor,
  clip: string,
  pattern: ClothingPattern = tailor.scene.character.clothing.pattern,
): void {
  if (pattern === 'none') return;
  tailor.scene.within(clip, () => PATTERNS[pattern](tailor));
}

const row = (s: number, y: number, sag = 0.1): ClothPoint[] => [
  [-s - 0.3, y + 0.06, 0],
  [-s * 0.5, y + sag * 0.7, 0.3],
  [0, y + sag, 0.45],
  [s * 0.5, y + sag * 0.7, 0.3],
  [s + 0.3, y + 0.06, 0],
];

const PATTERNS: Readonly<Record<Exclude<ClothingPattern, 'none'>, (tailor: Tailor) => void>> = {
  stripes: (tailor) => {
    for (let i = 0; i < 14; i++)
      tailor.stroke(row(tailor.body.shoulder, 0.1 + i * 0.24), 11, tailor.second.base, 0.95, 'none');
  },
  plaid: (tailor) => {
    const { cloth, second } = tailor;
    const s = tailor.body.shoulder;
    for (let i = 0; i < 9; i++) {
      tailor.stroke(row(s, 0.12 + i * 0.36), 14, second.base, 0.32, 'none');
      tailor.stroke(row(s, 0.26 + i * 0.36), 2.4, second.base, 0.7, 'none');
    }
    for (let i = -4; i <= 4; i++) {
      const x = i * 0.42;
      tailor.stroke(
        [
          [x * 0.9, -0.4, 0.3],
          [x, 0.6],
          [x * 1.02, 4],
        ],
        14,
        second.base,
        0.32,
        'none',
      );
      tailor.stroke(
        [
          [x * 0.9 + 0.15, -0.4, 0.3],
          [x + 0.16, 0.6],
          [x * 1.02 + 0.16, 4],
        ],
        2.4,
        shade(cloth.base, { light: -0.2 }),
        0.5,
        'none',
      );
    }
  },
  knit: (tailor) => {
    const { scene, cloth } = tailor;
    const k = Math.round(scene.rig.view.scale * 10) / 100;
    const stitch = `<path d="M${one(k * 0.08)} ${one(k * 0.1)}Q${one(k * 0.2)} ${one(k * 0.6)} ${one(k * 0.5)} ${one(k * 0.85)}Q${one(k * 0.8)} ${one(k * 0.6)} ${one(k * 0.92)} ${one(k * 0.1)}" fill="none" stroke="${cloth.deep}" stroke-width="${one(k * 0.13)}" stroke-linecap="round" opacity=".75"/>`;
    const tile = scene.document.tile(k, k * 0.9, stitch);
    scene.clothTile = tile;
    scene.document.path(scene.everywhere, { fill: tile });
  },
  dots: (tailor) => {
    const s = tailor.body.shoulder;
    for (let j = 0; j < 13; j++)
      for (let x = -s - 0.2 + (j % 2) * 0.17; x < s + 0.2; x += 0.34)
        tailor.dot(x, j * 0.22, 0.045, tailor.second.base);
  },
  leaf: (tailor) => {
    const { scene, cloth, second } = tailor;
    const colour = mixColours(cloth.base, second.base, 0.75);
    const size = scene.rig.view.scale * 0.1;
    let data = '';
    let index = 0;
    for (let j = 0; j < 9; j++)
      for (let x = -2.2 + (j % 2) * 0.26; x < 2.3; x += 0.52) {
        const angle = index++ * 2.4;
        const [[cx, cy]] = tailor.points([[x, 0.45 + j * 0.34, 0.3]]);
        const [dx, dy] = [Math.cos(angle) * size, Math.sin(angle) * size];
        const bend: Point2 = [cx + 4 * Math.sin(angle), cy];
        data += inkStroke([[cx - dx, cy - dy], bend, [cx + dx, cy + dy]], size * 0.85, 'both', 4);
      }
    scene.document.path(data, { fill: colour, opacity: 0.75 });
  },
};

const one = (value: number): number => Math.round(value * 10) / 10;
