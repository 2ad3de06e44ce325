import { sharp } from './native.js';

/** Encoded pictures of one size side by side in rows, as one PNG; what is transparent stays so. */
export async function tilePngs(
  pictures: readonly Uint8Array[],
  columns: number,
  cell: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  const rows = Math.ceil(pictures.length / columns);
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  const png = await sharp({
    create: { width: columns * cell.width, height: rows * cell.height, channels: 4, background },
  })
    .composite(
      pictures.map((input, i) => ({
        input: Buffer.from(input),
        left: (i % columns) * cell.width,
        top: Math.floor(i / columns) * cell.height,
      })),
    )
    .png({ compressionLevel: 2, adaptiveFiltering: true })
    .toBuffer();
  return new Uint8Array(png.buffer, png.byteOffset, png.byteLength);
}
