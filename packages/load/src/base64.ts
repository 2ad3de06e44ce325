import { notBase64, tooManyBytes } from './refusal.js';

const DATA_URL = /^data:[^,]{0,200}?;base64,/i;
const FOREIGN = /[^A-Za-z0-9+/_=-]/;

/**
 * Plain base64, base64url or a `data:` URL. Line breaks and spaces are ignored; the declared media type is too.
 * The length is checked before anything is decoded.
 */
export function decodeBase64(text: string, maxBytes: number): Uint8Array {
  const header = DATA_URL.exec(text)?.[0].length ?? 0;
  // Line breaks add a little; a text that is over the limit by half is refused without being looked at.
  const roughBytes = Math.floor(((text.length - header) * 3) / 4);
  if (roughBytes > maxBytes * 1.5) throw tooManyBytes(roughBytes, maxBytes);
  const digits = text.slice(header).replace(/\s+/g, '');
  const measuredBytes = Buffer.byteLength(digits, 'base64');
  if (measuredBytes > maxBytes) throw tooManyBytes(measuredBytes, maxBytes);
  const bytes = Buffer.from(digits, 'base64');
  // Node's decoder skips what it does not know, and stops at the first padding.
  if (FOREIGN.test(digits) || bytes.length !== measuredBytes) throw notBase64();
  return bytes;
}
