import { smoothstep, type Vec3 } from './maths.js';
import type { Camera } from './visibility.js';

const TINT = [0.86, 0.95, 1] as const;

/** A ball of glass over the finished picture: bright at its rim, a window and its return on it; open below. */
export function glassBubble(camera: Camera, centre: Vec3, radius: number) {
  return (picture: Float32Array, coverage: Float32Array): void => {
    const { widthPx, heightPx } = camera;
    const cx = camera.centreX + centre[0] * camera.scale;
    const cy = camera.centreY + centre[1] * camera.scale;
    const r = radius * camera.scale;
    for (let y = Math.max(0, Math.floor(cy - r)); y < Math.min(heightPx, cy + r * 0.93); y++)
      for (let x = Math.max(0, Math.floor(cx - r)); x < Math.min(widthPx, cx + r + 1); x++) {
        const nx = (x - cx) / r;
        const ny = (y - cy) / r;
        const q = nx * nx + ny * ny;
        if (q > 1) continue;
        const grazing = (1 - Math.sqrt(1 - q)) ** 2.6;
        const shown = smoothstep(1, 0.985, Math.sqrt(q)) * smoothstep(0.93, 0.6, ny);
        const light = (grazing * 0.62 + reflections(nx, ny) + 0.018) * shown * 0.8;
        const at = y * widthPx + x;
        for (let c = 0; c < 3; c++)
          picture[at * 3 + c] = picture[at * 3 + c] * (1 - grazing * 0.25 * shown) + light * TINT[c];
        coverage[at] = Math.max(coverage[at], Math.min(1, light));
      }
  };
}

function reflections(nx: number, ny: number): number {
  const window =
    smoothstep(0.06, 0, Math.abs(Math.hypot(nx + 0.06, ny + 0.05) - 0.8)) *
    smoothstep(-0.15, -0.5, nx) *
    smoothstep(0.25, -0.3, ny);
  const back =
    smoothstep(0.035, 0, Math.abs(Math.hypot(nx, ny) - 0.86)) *
    smoothstep(0.45, 0.75, nx) *
    smoothstep(0.4, -0.1, ny);
  const spark = Math.exp(-((nx + 0.45) ** 2 + (ny + 0.6) ** 2) * 60);
  return window * 0.42 + back * 0.22 + spark * 0.35;
}
