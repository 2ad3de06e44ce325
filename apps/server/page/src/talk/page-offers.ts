import type { Character } from '@avatar/client';
import { byId } from '../elements.js';
import type { Along } from './composer.js';

export interface PageOffers {
  readonly photoOfPage: () => Blob | undefined;
  readonly personOfPage: () => Character | undefined;
}

/** Buttons that take along what the rest of the page has: its photo, its character, the sample. */
export function offerOfPage(
  { photoOfPage, personOfPage }: PageOffers,
  onChoice: (along: Along) => void,
): void {
  const photoButton = byId('use-photo', HTMLButtonElement);
  const personButton = byId('use-person', HTMLButtonElement);
  photoButton.addEventListener('click', () => {
    const photo = photoOfPage();
    if (photo) onChoice({ photo });
  });
  personButton.addEventListener('click', () => {
    const character = personOfPage();
    if (character) onChoice({ character });
  });
  byId('use-sample', HTMLButtonElement).addEventListener('click', () => {
    void fetch('/sample.jpg')
      .then((answer) => answer.blob())
      .then((photo) => onChoice({ photo }));
  });
  const look = () => {
    photoButton.hidden = photoOfPage() === undefined;
    personButton.hidden = personOfPage() === undefined;
  };
  // They are looked for whenever somebody comes to the conversation.
  const room = byId('talk', HTMLElement);
  new IntersectionObserver(look).observe(room);
  for (const event of ['pointerenter', 'focusin'] as const) room.addEventListener(event, look);
}
