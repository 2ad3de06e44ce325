import { containerColour } from './container-colour.js';

/** How a picture of high dynamic range is coded (ITU-R BT.2100). */
export interface HdrSignal {
  readonly transfer: 'pq' | 'hlg';
  readonly primaries: 'bt2020' | 'p3' | 'bt709';
}

// Code points of ITU-T H.273.
const TRANSFERS: Readonly<Record<number, HdrSignal['transfer']>> = { 16: 'pq', 18: 'hlg' };
const PRIMARIES: Readonly<Record<number, HdrSignal['primaries']>> = { 1: 'bt709', 9: 'bt2020', 12: 'p3' };

const signal = (primaries: number, transfer: number): HdrSignal | undefined =>
  transfer in TRANSFERS
    ? { transfer: TRANSFERS[transfer], primaries: PRIMARIES[primaries] ?? 'bt2020' }
    : undefined;

/**
 * Whether a file holds PQ or HLG: a cICP chunk in PNG, the colour box of AVIF, or an ICC profile that says so. A JPEG
 * with a gain map is an ordinary picture to whoever does not read the map.
 */
export function hdrSignalOf(
  bytes: Uint8Array,
  format: string,
  profile: Uint8Array | undefined,
): HdrSignal | undefined {
  if (format === 'png') return pngSignal(bytes) ?? profileSignal(profile);
  if (format !== 'heif') return profileSignal(profile);
  const { coded } = containerColour(bytes);
  return coded ? signal(coded.primaries, coded.transfer) : profileSignal(profile);
}

/** The chunk cICP comes before the pixels (PNG 3, 11.3.2.6). */
function pngSignal(bytes: Uint8Array): HdrSignal | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === 'cICP' && view.getUint32(at) >= 4) return signal(bytes[at + 8], bytes[at + 9]);
    if (type === 'IDAT') return undefined;
    at += 12 + view.getUint32(at);
  }
  return undefined;
}

const MAX_TAGS = 100;

/** The tag cicp (ICC.1:2022, 9.2.17), or a description that names the curve, as older profiles have. */
function profileSignal(profile: Uint8Array | undefined): HdrSignal | undefined {
  if (!profile || profile.length < 132) return undefined;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  let named: HdrSignal | undefined;
  const count = Math.min(view.getUint32(128), MAX_TAGS, Math.floor((profile.length - 132) / 12));
  for (let i = 0; i < count; i++) {
    const tag = String.fromCharCode(...profile.subarray(132 + i * 12, 136 + i * 12));
    const offset = view.getUint32(136 + i * 12);
    const content = profile.subarray(offset, offset + view.getUint32(140 + i * 12));
    if (tag === 'cicp' && content.length >= 10) return signal(content[8], content[9]);
    if (tag === 'desc') named = signalByName(content);
  }
  return named;
}

function signalByName(description: Uint8Array): HdrSignal | undefined {
  // The text is Latin or two bytes a letter.
  const text = String.fromCharCode(...description.subarray(0, 400)).replaceAll('\0', '');
  const transfer = /\bHLG\b/.test(text) ? 'hlg' : /\bPQ\b|PeQ\b/.test(text) ? 'pq' : undefined;
  return transfer && { transfer, primaries: /P3/.test(text) ? 'p3' : 'bt2020' };
}
