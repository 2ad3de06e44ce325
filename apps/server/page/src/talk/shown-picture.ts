import { byId } from '../elements.js';

const image = byId('shown-image', HTMLImageElement);
const caption = byId('shown-caption', HTMLElement);
const download = byId('shown-download', HTMLAnchorElement);

/** The picture that the conversation is about, in its size. @param words what has to be known of it, if anything */
export function showPicture(src: string | undefined, words = ''): void {
  image.hidden = src === undefined;
  download.hidden = src === undefined;
  document.getElementById('nobody')?.toggleAttribute('hidden', src !== undefined);
  caption.hidden = words === '';
  caption.textContent = words;
  if (src === undefined) return;
  image.src = src;
  image.alt = 'The picture that is talked about';
  download.href = src;
}
