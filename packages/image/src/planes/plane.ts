import type { PlanarImage, Plane, RasterImage } from '@avatar/stage';

export const createPlane = (width: number, height: number, fill = 0): Plane => {
  const data = new Float32Array(width * height);
  if (fill !== 0) data.fill(fill);
  return { data, width, height };
};

/** A new plane of the same size with `transform` applied to every value. For small planes: a call a pixel. */
export function mapPlane(plane: Plane, transform: (value: number, index: number) => number): Plane {
  const mapped = createPlane(plane.width, plane.height);
  for (let i = 0; i < mapped.data.length; i++) mapped.data[i] = transform(plane.data[i], i);
  return mapped;
}

export const createPlanar = (width: number, height: number): PlanarImage => ({
  planes: [
    new Float32Array(width * height),
    new Float32Array(width * height),
    new Float32Array(width * height),
  ],
  width,
  height,
});

/** The three planes of a picture as separate `Plane`s, sharing memory. */
export const planesOf = (image: PlanarImage): [Plane, Plane, Plane] => {
  const { width, height, planes } = image;
  return [
    { data: planes[0], width, height },
    { data: planes[1], width, height },
    { data: planes[2], width, height },
  ];
};

/** Applies a plane operation to each colour plane. */
export function mapPlanes(image: PlanarImage, operation: (plane: Plane) => Plane): PlanarImage {
  const [red, green, blue] = planesOf(image).map(operation) as [Plane, Plane, Plane];
  return { planes: [red.data, green.data, blue.data], width: red.width, height: red.height };
}

const LUMA = [0.299, 0.587, 0.114] as const;

/** Rec. 601 luma of the sRGB-encoded values, in [0, 1]. */
export function luma(image: PlanarImage): Plane {
  const [red, green, blue] = image.planes;
  const plane = createPlane(image.width, image.height);
  const { data } = plane;
  for (let i = 0; i < data.length; i++) data[i] = LUMA[0] * red[i] + LUMA[1] * green[i] + LUMA[2] * blue[i];
  return plane;
}

/** 8-bit interleaved to planar floats in [0, 1]. An alpha channel is ignored. */
export function toPlanar(raster: RasterImage): PlanarImage {
  const image = createPlanar(raster.width, raster.height);
  const [red, green, blue] = image.planes;
  const { data, channels } = raster;
  const scale = 1 / 255;
  for (let i = 0, o = 0; i < red.length; i++, o += channels) {
    red[i] = data[o] * scale;
    green[i] = data[o + 1] * scale;
    blue[i] = data[o + 2] * scale;
  }
  return image;
}
