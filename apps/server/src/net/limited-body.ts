import { fetchFailed, tooLarge } from './refusal.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads a body up to a limit, and stops the transfer at the first byte above it. Compressed bodies are refused
 * without being opened: we ask for none (`accept-encoding: identity`), pictures gain nothing from it, and bombs need
 * it.
 */
export async function limitedBody(
  body: AsyncIterable<Uint8Array>,
  headers: Headers,
  maxBytes: number,
): Promise<Uint8Array> {
  const encoding = String(headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding !== 'identity') throw fetchFailed('content-encoding');
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, bytes));
}
