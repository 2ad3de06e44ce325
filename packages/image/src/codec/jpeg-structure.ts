/**
 * Whether a JPEG is decoded row by row, and may be shrunk on the way: one scan with all colours, as cameras write it.
 * Progressive pictures, and those that store colour after colour, are held whole, at two bytes a pixel and colour.
 */
export function decodesRowByRow(bytes: Uint8Array): boolean {
  let colours = 0;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1];
    // Any number of 0xff may stand before a marker; 0x01 and the restarts have no length.
    if (marker === 0xff) at++;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else {
      const length = (bytes[at + 2] << 8) | bytes[at + 3];
      if (length < 2) return false;
      if (marker === SCAN) return colours > 0 && bytes[at + 4] === colours;
      if (FRAMES.has(marker)) {
        if (marker > EXTENDED_SEQUENTIAL) return false;
        colours = bytes[at + 9];
      }
      at += 2 + length;
    }
  }
  return false;
}

const SCAN = 0xda;
const EXTENDED_SEQUENTIAL = 0xc1;
/** Start-of-frame markers: 0xc0 to 0xcf without the tables 0xc4, 0xc8 and 0xcc. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

const END = Uint8Array.of(0xff, 0xd9);

/** A copy with the marker that ends a JPEG. */
export function withEndMarker(bytes: Uint8Array): Uint8Array {
  const ended = new Uint8Array(bytes.length + END.length);
  ended.set(bytes);
  ended.set(END, bytes.length);
  return ended;
}
