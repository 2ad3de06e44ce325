import { createPlane, gaussianBlur } from '@avatar/image';
import type { Plane } from '@avatar/stage';

/** The direction in which a picture changes least, at every pixel: along strands, edges and folds. Unit vectors. */
export interface Flow {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Directions from the structure tensor, smoothed over `sigmaPx` (H. Kang and others, "Coherent Line Drawing", 2007,
 * with the tensor of J. Kyprianidis and J. Döllner, "Image Abstraction by Structure Adaptive Filtering", 2008).
 */
export function flowField(luma: Plane, sigmaPx: number): Flow {
  const { width, height, data } = luma;
  const xx = createPlane(width, height);
  const xy = createPlane(width, height);
  const yy = createPlane(width, height);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const dx = data[i + 1] - data[i - 1];
      const dy = data[i + width] - data[i - width];
      xx.data[i] = dx * dx;
      xy.data[i] = dx * dy;
      yy.data[i] = dy * dy;
    }
  const [a, b, c] = [xx, xy, yy].map((plane) => gaussianBlur(plane, sigmaPx).data);
  const flow = { x: new Float32Array(a.length), y: new Float32Array(a.length), width, height };
  for (let i = 0; i < a.length; i++) {
    // Half the angle of the tensor's deviator is the gradient's direction; the flow is at right angles to it.
    const angle = 0.5 * Math.atan2(2 * b[i], a[i] - c[i]);
    flow.x[i] = -Math.sin(angle);
    flow.y[i] = Math.cos(angle);
  }
  return flow;
}

/** Adds the values met on the way from pixel `start` along the flow, `steps` pixels far, in direction `sign`. */
function walk(data: Float32Array, flow: Flow, start: number, sign: number, steps: number): number {
  const { x: fx, y: fy, width, height } = flow;
  let dx = fx[start] * sign;
  let dy = fy[start] * sign;
  let px = (start % width) + 0.5;
  let py = Math.floor(start / width) + 0.5;
  let last = start;
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    px += dx;
    py += dy;
    if (px >= 0 && py >= 0 && px < width && py < height) last = (py | 0) * width + (px | 0);
    sum += data[last];
    // The flow has no sign: go on in the direction that one came in.
    const turn = fx[last] * dx + fy[last] * dy < 0 ? -1 : 1;
    dx = fx[last] * turn;
    dy = fy[last] * turn;
  }
  return sum;
}

/**
 * Mean along the flow, `reachPx` to either side (line integral convolution: B. Cabral and L. Leedom, 1993). Where
 * `mask` is 0, the value stays.
 */
export function smoothAlong(plane: Plane, flow: Flow, reachPx: number, mask?: Plane): Plane {
  const { width, height, data } = plane;
  const smooth = createPlane(width, height);
  const steps = Math.max(1, Math.round(reachPx));
  for (let i = 0; i < data.length; i++)
    smooth.data[i] =
      mask !== undefined && mask.data[i] === 0
        ? data[i]
        : (data[i] + walk(data, flow, i, 1, steps) + walk(data, flow, i, -1, steps)) / (2 * steps + 1);
  return smooth;
}
