import { tensorSize } from '@avatar/models';
import type { Weight } from './weight-manifest.js';

/**
 * Reorders the axes of a dense array: axis `i` of the result is axis `order[i]` of the source.
 */
export function transpose({ data, shape }: Weight, order: readonly number[]): Weight {
  const sides = order.map((axis) => shape[axis]);
  const sourceStrides = shape.map((_, axis) => tensorSize(shape.slice(axis + 1)));
  const strides = order.map((axis) => sourceStrides[axis]);
  const result = new Float32Array(data.length);
  const index = new Array<number>(sides.length).fill(0);
  let source = 0;
  for (let target = 0; target < result.length; target++) {
    result[target] = data[source];
    for (let axis = sides.length - 1; axis >= 0; axis--) {
      source += strides[axis];
      if (++index[axis] < sides[axis]) break;
      source -= strides[axis] * sides[axis];
      index[axis] = 0;
    }
  }
  return { data: result, shape: sides };
}

/** TensorFlow's height, width, in, out -> ONNX's out, in, height, width. */
export function convolutionFilter(filter: Weight): Weight {
  return transpose(filter, [3, 2, 0, 1]);
}

/** TensorFlow's height, width, channels, multiplier -> ONNX's channels x multiplier, 1, height, width. */
export function depthwiseFilter(filter: Weight): Weight {
  const [height, width, channels, multiplier] = filter.shape as [number, number, number, number];
  const { data } = transpose(filter, [2, 3, 0, 1]);
  return { data, shape: [channels * multiplier, 1, height, width] };
}

/** A constant that is added to (or multiplied with) NHWC values, for NCHW values. */
export function broadcastConstant({ data, shape }: Weight): Weight {
  if (shape.length === 0) return { data, shape };
  const padded = [...new Array<number>(Math.max(0, 3 - shape.length)).fill(1), ...shape];
  const rank = padded.length;
  const order = rank === 3 ? [2, 0, 1] : [0, 3, 1, 2];
  return transpose({ data, shape: padded }, order);
}

/** The NCHW axis of an NHWC axis; negative axes count from the end. */
export function channelsFirstAxis(axis: number): number {
  return [0, 2, 3, 1][axis < 0 ? axis + 4 : axis];
}
