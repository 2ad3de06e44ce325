import { median, quantile } from '@avatar/image';
import { indexAt, likelihood, pointOf, type HeadCrop } from '../crop/head-crop.js';

/** Lines that come with the years, as contrast in percent of the skin's lightness. */
export interface FaceLines {
  /** Horizontal ones of the forehead; undefined where it is covered. */
  readonly forehead: number | undefined;
  /** The fold from nose to mouth; every smile makes it too. */
  readonly fold: number;
}

export const measureLines = (close: HeadCrop): FaceLines => ({
  forehead: foreheadLines(close),
  fold: Math.min(foldOf(close, 129, 61, -1), foldOf(close, 358, 291, 1)),
});

/** Second differences down columns, each averaged along the line so that pores go. */
function foreheadLines(close: HeadCrop): number | undefined {
  const [left, right] = [pointOf(close, 69)[0] + 8, pointOf(close, 299)[0] - 8];
  const [top, bottom] = [pointOf(close, 10)[1] + 2, pointOf(close, 9)[1] - 8];
  const contrasts: number[] = [];
  for (let x = left; x < right; x += 6) {
    const rows: { L: number; isSkin: boolean }[] = [];
    for (let y = top; y < bottom; y++) {
      let sum = 0;
      for (let dx = -10; dx <= 10; dx += 2) sum += close.lab.L[indexAt(x + dx, y)];
      const isSkin = likelihood(close, 'face', x, y) > 0.7 && likelihood(close, 'hair', x, y) < 0.1;
      rows.push({ L: sum / 11, isSkin });
    }
    for (let i = 7; i + 7 < rows.length; i++)
      if (rows[i - 7].isSkin && rows[i + 7].isSkin) {
        const dip = (rows[i - 5].L + rows[i + 5].L) / 2 - rows[i].L;
        contrasts.push(Math.max(0, dip) / Math.max(25, rows[i].L));
      }
  }
  return contrasts.length > 150 ? quantile(contrasts, 0.9) * 100 : undefined;
}

function foldOf(close: HeadCrop, nose: number, mouth: number, outward: -1 | 1): number {
  const [x0, y0] = pointOf(close, nose);
  const [x1, y1] = pointOf(close, mouth);
  const L = (x: number, y: number) => close.lab.L[indexAt(Math.round(x), Math.round(y))];
  const depths: number[] = [];
  for (let share = 0.1; share < 0.95; share += 0.06) {
    const x = x0 + share * (x1 - x0) + outward * 0.02 * close.headPx;
    const y = y0 + share * (y1 - y0);
    let deepest = 0;
    for (let away = -0.01; away <= 0.05; away += 0.004) {
      const at = x + outward * away * close.headPx;
      const line = (L(at, y) + L(at, y + 1) + L(at, y - 1)) / 3;
      deepest = Math.max(deepest, Math.min(L(at - 7, y), L(at + 7, y)) - line);
    }
    depths.push(deepest / Math.max(25, L(x, y)));
  }
  return median(depths) * 100;
}
