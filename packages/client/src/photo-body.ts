import type { Photo } from './types.js';

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;
type Json = Readonly<Record<string, unknown>>;

/** Body of a request with a photo: a form when it has bytes, which need no base64 then, and JSON otherwise. */
export function photoBody(photo: Photo, options: Fields): FormData | Json {
  if (photo === undefined) return options;
  if ('url' in photo) return { ...options, image_url: photo.url };
  if ('inputId' in photo) return { ...options, input_id: photo.inputId };
  const form = fieldsOf(options);
  form.append('image', blobOf(photo));
  return form;
}

/** Body of a batch. Photos come as files; those of one batch are either all files or all addresses. */
export function batchBody(
  items: readonly { readonly photo: Exclude<Photo, undefined>; readonly reference?: string }[],
  options: Fields,
): FormData | Json {
  const files = items.filter(({ photo }) => isFile(photo));
  if (files.length === 0)
    return {
      ...options,
      items: items.map(({ photo, reference }) => ({ ...(photoBody(photo, {}) as Json), reference })),
    };
  if (files.length < items.length)
    throw new TypeError('Expected a batch of either files or addresses, received both; send two batches');
  const form = fieldsOf(options);
  // In pairs: the nth reference is of the nth file.
  for (const { photo, reference = '' } of items) {
    form.append('reference', reference);
    form.append('images', blobOf(photo as Blob | Uint8Array));
  }
  return form;
}

const isFile = (photo: Photo): boolean => photo instanceof Blob || photo instanceof Uint8Array;

/** Without a name: what a file is called is nobody's business. */
const blobOf = (photo: Blob | Uint8Array): Blob =>
  photo instanceof Blob ? photo : new Blob([new Uint8Array(photo)]);

function fieldsOf(options: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(options))
    if (value !== undefined) form.append(name, String(value));
  return form;
}
