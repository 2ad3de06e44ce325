/** Separable Gaussian blur of interleaved values; beyond the edge there is nothing. */
export function gaussianPlane(
  source: Float32Array,
  width: number,
  height: number,
  channels: number,
  sigma: number,
): Float32Array {
  const reach = Math.ceil(sigma * 2.2);
  const weights = Float64Array.from({ length: reach + 1 }, (_, i) =>
    Math.exp((-i * i) / (2 * sigma * sigma)),
  );
  const pass = (values: Float32Array, along: number, length: number, lines: number, across: number) => {
    const out = new Float32Array(values.length);
    for (let line = 0; line < lines; line++)
      for (let i = 0; i < length; i++)
        for (let c = 0; c < channels; c++) {
          let sum = 0;
          let total = 0;
          for (let k = -reach; k <= reach; k++) {
            const weight = weights[Math.abs(k)];
            total += weight;
            if (i + k >= 0 && i + k < length)
              sum += values[(line * across + (i + k) * along) * channels + c] * weight;
          }
          out[(line * across + i * along) * channels + c] = sum / total;
        }
    return out;
  };
  return pass(pass(source, 1, width, height, width), width, height, width, 1);
}
