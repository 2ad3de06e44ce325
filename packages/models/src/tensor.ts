/** A dense tensor in row-major order, free of any runtime's own types. */
export interface Tensor {
  /** float32, int32, int64 or uint8 values; `data.length` is the product of `dims`. */
  readonly data: Float32Array | Int32Array | BigInt64Array | Uint8Array;
  readonly dims: readonly number[];
}

/** The number of values that a tensor of these sides holds. */
export function tensorSize(dims: readonly number[]): number {
  let size = 1;
  for (const side of dims) size *= side;
  return size;
}
