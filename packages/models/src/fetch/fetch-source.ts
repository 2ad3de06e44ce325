import type { SourceFile } from '../manifest.js';
import { restarted } from './restarted.js';
import { type ByteStream, filesFromTarball } from './tarball-files.js';

export interface FetchRequest {
  /** Opens the tarball; called again where a download was cut. */
  readonly open: (signal: AbortSignal) => Promise<ByteStream>;
  readonly files: readonly SourceFile[];
  readonly signal: AbortSignal;
  /** Compressed bytes received so far in this attempt. */
  readonly onReceived: (receivedBytes: number) => void;
}

async function fetchOnce({ open, files, signal, onReceived }: FetchRequest): Promise<Map<string, Buffer>> {
  const enough = new AbortController();
  let receivedBytes = 0;
  try {
    const tarball = await open(AbortSignal.any([signal, enough.signal]));
    return await filesFromTarball(tarball, files, (count) => onReceived((receivedBytes += count)));
  } finally {
    enough.abort();
  }
}

/**
 * Takes files out of a pinned npm tarball, and stops the download when they are out. Each file's SHA-256 is checked, and
 * the tarball's integrity where the download runs to its end.
 */
export const fetchSource = (request: FetchRequest): Promise<Map<string, Buffer>> =>
  restarted(request.signal, () => fetchOnce(request));
