import type { DrawnAvatar } from '@avatar/client';

/** The file of an answer. */
export function pictureOf({ avatar_base64, media_type }: DrawnAvatar): Blob {
  const bytes = Uint8Array.from(atob(avatar_base64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: media_type });
}

/** Hands a file to the person, as a download. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
