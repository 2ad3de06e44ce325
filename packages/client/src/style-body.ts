import type { ChatPhoto, StyleExamples, StyleOptions } from './types.js';

/** Body of a request for a style: a form when it has files, and JSON when all of it is behind addresses. */
export function styleBody(
  examples: StyleExamples,
  { preview, ...options }: StyleOptions,
): FormData | Readonly<Record<string, unknown>> {
  if ('urls' in examples) {
    if (preview !== undefined && !('url' in preview))
      throw new TypeError('Expected the address of the preview, as the examples are addresses');
    return { ...options, image_urls: examples.urls, ...(preview && { preview_url: preview.url }) };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(options)) if (value !== undefined) form.append(name, value);
  if ('archive' in examples) form.append('archive', blobOf(examples.archive));
  else for (const example of examples) form.append('images', blobOf(example));
  if (preview === undefined) return form;
  if ('url' in preview) form.append('preview_url', preview.url);
  else form.append('preview', blobOf(preview));
  return form;
}

/** Without a name: what a file is called is nobody's business. */
const blobOf = (file: Exclude<ChatPhoto, { readonly url: string }>): Blob =>
  file instanceof Blob ? file : new Blob([new Uint8Array(file)]);
