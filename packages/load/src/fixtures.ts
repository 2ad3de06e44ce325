import { readFile } from 'node:fs/promises';
import { encodePng } from '@avatar/image';

/** A PNG with a colour gradient. */
export function gradientPng(width: number, height: number, channels: 3 | 4 = 3): Promise<Uint8Array> {
  const data = new Uint8Array(width * height * channels);
  for (let i = 0, o = 0; i < width * height; i++, o += channels)
    data.set([(i % width) % 256, Math.floor(i / width) % 256, 90, 0].slice(0, channels), o);
  return encodePng({ data, width, height, channels });
}

/** Grace Hopper, US Navy, public domain: 512 x 600. */
export const hopperJpeg = async (): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL('../../../examples/photos/grace-hopper.jpg', import.meta.url)));

/** A copy of a JPEG with an EXIF segment that holds the orientation, and before it any EXIF that it had. */
export function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const tiff = Buffer.from([
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ]);
  const payload = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, payload.length + 2]);
  return Buffer.concat([head, payload, jpeg.subarray(2)]);
}
