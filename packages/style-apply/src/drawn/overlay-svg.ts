import { rasteriseSvg } from '@avatar/image';
import type { Box, PlanarImage } from '@avatar/stage';

/** Draws SVG elements, given in pixels of the picture, over the part `box` of `image`, in place. Whole pixels. */
export async function overlaySvg(
  image: PlanarImage,
  elements: string,
  box: Box,
  opacityAt: (index: number) => number,
): Promise<void> {
  const { x, y, width, height } = box;
  const drawn = await rasteriseSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}">${elements}</svg>`,
  );
  for (let row = 0, o = 0; row < height; row++)
    for (let i = (y + row) * image.width + x, end = i + width; i < end; i++, o += 4) {
      if (drawn.data[o + 3] === 0) continue;
      const opacity = (drawn.data[o + 3] / 255) * opacityAt(i);
      for (let channel = 0; channel < 3; channel++) {
        const plane = image.planes[channel];
        plane[i] += (drawn.data[o + channel] / 255 - plane[i]) * opacity;
      }
    }
}
