/** A square of complex numbers, row by row. */
export interface Spectrum {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** In place, for a length that is a power of two (J. Cooley and J. Tukey, 1965). Not normalised. */
function transformLine(real: Float64Array, imaginary: Float64Array, direction: 1 | -1): void {
  const count = real.length;
  for (let i = 1, j = 0; i < count; i++) {
    let bit = count >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [real[i], real[j]] = [real[j], real[i]];
      [imaginary[i], imaginary[j]] = [imaginary[j], imaginary[i]];
    }
  }
  for (let size = 2; size <= count; size <<= 1) {
    const half = size / 2;
    const step = (direction * -2 * Math.PI) / size;
    for (let k = 0; k < half; k++) {
      const cosine = Math.cos(step * k);
      const sine = Math.sin(step * k);
      for (let one = k; one < count; one += size) {
        const other = one + half;
        const re = real[other] * cosine - imaginary[other] * sine;
        const im = real[other] * sine + imaginary[other] * cosine;
        real[other] = real[one] - re;
        imaginary[other] = imaginary[one] - im;
        real[one] += re;
        imaginary[one] += im;
      }
    }
  }
}

function transformSquare({ real, imaginary }: Spectrum, side: number, direction: 1 | -1): void {
  for (let start = 0; start < real.length; start += side)
    transformLine(real.subarray(start, start + side), imaginary.subarray(start, start + side), direction);
  const columnReal = new Float64Array(side);
  const columnImaginary = new Float64Array(side);
  for (let x = 0; x < side; x++) {
    for (let y = 0; y < side; y++) {
      columnReal[y] = real[y * side + x];
      columnImaginary[y] = imaginary[y * side + x];
    }
    transformLine(columnReal, columnImaginary, direction);
    for (let y = 0; y < side; y++) {
      real[y * side + x] = columnReal[y];
      imaginary[y * side + x] = columnImaginary[y];
    }
  }
}

/** The discrete Fourier transform of a square of real numbers, row by row; its side is a power of two. */
export function spectrumOf(values: ArrayLike<number>, side: number): Spectrum {
  const spectrum = { real: Float64Array.from(values), imaginary: new Float64Array(values.length) };
  transformSquare(spectrum, side, 1);
  return spectrum;
}

/** The real part of the square that has this spectrum: the inverse of `spectrumOf`. */
export function fromSpectrum(spectrum: Spectrum, side: number): Float64Array {
  const values = { real: spectrum.real.slice(), imaginary: spectrum.imaginary.slice() };
  transformSquare(values, side, -1);
  const { real } = values;
  for (let i = 0; i < real.length; i++) real[i] /= real.length;
  return real;
}
