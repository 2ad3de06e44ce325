/** Index of the pixel of a plane, `shrunk` times smaller than the picture, that holds a point inside the picture. */
export function pixelAt(
  { width, height }: { readonly width: number; readonly height: number },
  x: number,
  y: number,
  shrunk: number,
): number {
  const column = (x / shrunk) | 0;
  const row = (y / shrunk) | 0;
  return (row < height ? row : height - 1) * width + (column < width ? column : width - 1);
}
