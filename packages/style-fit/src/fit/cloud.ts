import { clamp, type Lab } from '@avatar/image';
import { CLOUD_COLOURS } from '@avatar/styles';

const AXIS_MIDDLE = 128;

/** As many colours of all as a style file holds, evenly from every example, as bytes in base64url. */
export function cloudOf(colours: readonly Lab[]): string {
  const bytes = Buffer.alloc(3 * CLOUD_COLOURS);
  for (let k = 0; k < CLOUD_COLOURS; k++) {
    const [L, a, b] = colours[Math.floor(((k + 0.5) / CLOUD_COLOURS) * colours.length)];
    bytes[3 * k] = Math.round(clamp(L, 0, 100));
    bytes[3 * k + 1] = Math.round(clamp(a + AXIS_MIDDLE, 0, 255));
    bytes[3 * k + 2] = Math.round(clamp(b + AXIS_MIDDLE, 0, 255));
  }
  return bytes.toString('base64url');
}
