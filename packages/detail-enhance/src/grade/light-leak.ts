import { createPlane, enlarge, rgbToLab, type LabImage } from '@avatar/image';
import type { LightLeak } from '@avatar/styles';

/** Where the light gets in, in fractions of the picture, and how far it reaches across and down. */
const LEAK = { x: 1.03, y: 0.2, across: 0.2, down: 0.42 };
/** It is smooth: it is worked out on a grid this coarse. */
const STEP_PX = 8;
/** Share of the way to white that it brightens at its strongest, and to its own colour. */
const BRIGHTENING = 0.3;
const COLOURING = 0.75;

/** Light that got into the camera beside the lens: a warm veil from the right edge. Writes into `lab`. */
export function addLightLeak(lab: LabImage, { colour, strength }: LightLeak): void {
  const { L, a, b, width, height } = lab;
  const grid = createPlane(Math.ceil(width / STEP_PX), Math.ceil(height / STEP_PX));
  for (let y = 0, i = 0; y < grid.height; y++)
    for (let x = 0; x < grid.width; x++, i++) {
      const across = (((x + 0.5) * STEP_PX) / width - LEAK.x) / LEAK.across;
      const down = (((y + 0.5) * STEP_PX) / height - LEAK.y) / LEAK.down;
      grid.data[i] = strength * Math.exp(-across * across - down * down);
    }
  const veil = enlarge(grid, width, height, STEP_PX).data;
  const [, toA, toB] = rgbToLab(...colour);
  for (let i = 0; i < L.length; i++) {
    const share = veil[i];
    if (share < 0.004) continue;
    L[i] += (100 - L[i]) * BRIGHTENING * share;
    a[i] += (toA - a[i]) * COLOURING * share;
    b[i] += (toB - b[i]) * COLOURING * share;
  }
}
