/** Interleaved 8-bit sRGB pixels, row by row, without padding. `data.length` is `width * height * channels`. */
export interface RasterImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
}

/** One value a pixel, row by row. What the range means is said where a plane is used. */
export interface Plane {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

/** The working picture of the pipeline: red, green and blue planes, sRGB-encoded, nominally in [0, 1]. */
export interface PlanarImage {
  readonly planes: readonly [red: Float32Array, green: Float32Array, blue: Float32Array];
  readonly width: number;
  readonly height: number;
}
