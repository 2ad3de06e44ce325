import fetch from 'npm-registry-fetch';
import type { NpmSettings } from './npm-settings.js';
import type { ByteStream } from './tarball-files.js';

/**
 * Opens an address with the user's npm settings: proxy, certificates, the credentials of its host, retries, cache.
 *
 * @throws the client's error, whose `code` is one of `failureReason`
 */
export async function openAddress(
  address: string,
  settings: NpmSettings,
  options: { readonly signal: AbortSignal; readonly integrity?: string },
): Promise<ByteStream> {
  const { body } = await fetch(address, { ...settings, ...options });
  // The types are those of an older client, whose streams were Node's own; this one's can be destroyed as well.
  return body as typeof body & Pick<ByteStream, 'destroy'>;
}
