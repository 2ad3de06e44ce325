import type { Tailor } from './tailor.js';

/** What an open jacket shows. @param width half the width of the neckline */
export function drawUndershirt(tailor: Tailor, width: number): void {
  const { second } = tailor;
  tailor.shell(
    [
      [-width - 0.04, -0.2, -0.1],
      [-width * 0.7, 0.08, 0.25],
      [0, 0.25, 0.42],
      [width * 0.7, 0.08, 0.25],
      [width + 0.04, -0.2, -0.1],
    ],
    second,
    0,
  );
  tailor.area(
    [
      [-0.3, 0.27, 0.42],
      [0.5, 0.2],
      [0.6, 0.5],
      [0.1, 0.44, 0.42],
      [-0.1, 0.5],
    ],
    second.shadow,
    0.8,
  );
  tailor.rib(
    [
      [-width * 0.8, 0.06, 0.2],
      [-width * 0.35, 0.23, 0.42],
      [width * 0.35, 0.23, 0.42],
      [width * 0.8, 0.06, 0.2],
    ],
    second,
    0.1,
  );
}
