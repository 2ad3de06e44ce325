import type { Plane } from '@avatar/stage';

/** Half the side of the window, in pixels: strokes are thinner than it. */
const RADIUS = 4;
/** Share of the strongest contrast nearby that a place needs: what lies between two letters has less. */
const TOP = 0.6;

/**
 * How much lighter each place is than what is around a stroke through it, 0 in areas as wide as the window: a white
 * top-hat with a square (J. Serra, 1982). Dark strokes are found in the negative.
 */
export function strokeContrast(levels: Plane): Plane {
  const { data, width, height } = levels;
  const raised = negative(leastAround(negative(leastAround(levels)))).data;
  const contrast = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) contrast[i] = data[i] - raised[i];
  return { data: contrast, width, height };
}

/** 1 on strokes: where the contrast is at least `least`, and not much less than the strongest one nearby. */
export function strokesIn(contrast: Plane, least: number): Uint8Array {
  // Of the negative: the strongest is the least.
  const strongest = leastAround(negative(contrast)).data;
  const strokes = new Uint8Array(strongest.length);
  for (let i = 0; i < strokes.length; i++)
    if (contrast.data[i] >= least && contrast.data[i] >= -TOP * strongest[i]) strokes[i] = 1;
  return strokes;
}

export function negative({ data, width, height }: Plane): Plane {
  const negated = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) negated[i] = -data[i];
  return { data: negated, width, height };
}

/** The least value of each window. Windows of 2, 4, 8 and then 9 places are each made of two of the ones before. */
function leastAround({ data, width, height }: Plane): Plane {
  const stride = width + 2 * RADIUS;
  const padded = new Float32Array(stride * (height + 2 * RADIUS)).fill(Infinity);
  for (let y = 0; y < height; y++)
    padded.set(data.subarray(y * width, (y + 1) * width), (y + RADIUS) * stride + RADIUS);
  for (const step of STEPS) foldBy(padded, step);
  for (const step of STEPS) foldBy(padded, step * stride);
  const least = new Float32Array(data.length);
  for (let y = 0; y < height; y++) least.set(padded.subarray(y * stride, y * stride + width), y * width);
  return { data: least, width, height };
}

const STEPS = [1, 2, 4, 1];

/** Each place becomes the lesser of itself and of what is a step further on. */
function foldBy(values: Float32Array, step: number): void {
  for (let i = 0; i + step < values.length; i++)
    if (values[i + step] < values[i]) values[i] = values[i + step];
}
