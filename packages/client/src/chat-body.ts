import type { ChatOptions, ChatPhoto } from './types.js';

/** Body of a message: bytes travel as `data:` URLs, addresses as they are. */
export async function chatBody(
  message: string,
  { photos = [], ...fields }: ChatOptions,
): Promise<Readonly<Record<string, unknown>>> {
  const image_urls = await Promise.all(photos.map(addressOf));
  return { message, ...fields, ...(image_urls.length > 0 && { image_urls }) };
}

async function addressOf(photo: ChatPhoto): Promise<string> {
  if ('url' in photo) return photo.url;
  const bytes = photo instanceof Blob ? new Uint8Array(await photo.arrayBuffer()) : photo;
  // The server looks at the bytes, and not at what they are said to be.
  return `data:application/octet-stream;base64,${base64(bytes)}`;
}

/** So many bytes are given to `fromCharCode` at once: arguments lie on the stack. */
const CHUNK = 0x2000;

/** In browsers there is no `Buffer`. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
