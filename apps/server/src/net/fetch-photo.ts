import type { GuardedFetch } from './guarded-fetch.js';
import { fetchFailed } from './refusal.js';

/** The bytes behind an `image_url`. What they are is decided by the bytes later, not by what the other side declares. */
export async function fetchPhoto(
  guarded: GuardedFetch,
  url: string,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const response = await guarded.request(url, {
    headers: { accept: 'image/*' },
    ...(signal && { signal }),
  });
  if (response.status !== 200) throw fetchFailed('status', { status: response.status });
  return response.body;
}
