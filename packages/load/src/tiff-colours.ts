/** PhotometricInterpretation of TIFF 6.0 and of its supplements: CIELab, ICCLab, ITULab. */
const CIELAB = new Set([8, 9, 10]);
const PHOTOMETRIC = 262;
const MAX_ENTRIES = 1000;

/** Whether a TIFF's colours are CIELAB, of which not every kind can be read. False where it cannot be told. */
export function isCielabTiff(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const little = view.getUint16(0) === 0x4949;
    const isBig = view.getUint16(2, little) === 43;
    const directory = isBig ? Number(view.getBigUint64(8, little)) : view.getUint32(4, little);
    const count = isBig ? Number(view.getBigUint64(directory, little)) : view.getUint16(directory, little);
    const [first, length, value] = isBig ? [directory + 8, 20, 12] : [directory + 2, 12, 8];
    for (let i = 0; i < Math.min(count, MAX_ENTRIES); i++) {
      const entry = first + i * length;
      if (view.getUint16(entry, little) === PHOTOMETRIC)
        return CIELAB.has(view.getUint16(entry + value, little));
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return false;
}
