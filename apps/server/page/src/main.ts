import { labelIn, loadCatalogue } from './catalogue.js';
import { showGallery } from './gallery.js';
import { byId } from './elements.js';
import { startLiving } from './living.js';
import { complainIn } from './page-status.js';
import { PhotoFlow } from './photo/photo-flow.js';
import { loadPictures } from './pictures.js';
import { openSession } from './session.js';
import { Talk } from './talk/talk.js';
import { Studio } from './words/studio.js';

const FIRST_PERSON = 'A grandmother with a silver bob and round glasses, laughing';

async function start(): Promise<void> {
  const client = await openSession();
  const [catalogue, pictures] = await Promise.all([loadCatalogue(client), loadPictures()]);
  const labelOf = (token: string) => labelIn(catalogue.styles, token);
  const studio = new Studio(client, catalogue);
  const words = byId('words', HTMLElement);
  const photos = new PhotoFlow({
    client,
    catalogue,
    pictures,
    onCharacter: ({ character, uncertain }) => {
      studio.take(character, uncertain);
      words.scrollIntoView({ block: 'start' });
    },
  });
  const talk = new Talk({
    client,
    catalogue,
    photoOfPage: () => photos.photo,
    personOfPage: () => studio.character,
  });
  byId('to-talk', HTMLButtonElement).addEventListener('click', () => {
    if (photos.photo) talk.about({ photo: photos.photo });
  });
  byId('person-to-talk', HTMLButtonElement).addEventListener('click', () => {
    if (studio.character) talk.about({ character: studio.character });
  });
  startLiving(pictures, labelOf);
  showGallery(
    pictures,
    labelOf,
    (style) => photos.try(style),
    (person) => {
      studio.show(person);
      words.scrollIntoView({ block: 'start' });
    },
  );
  byId('start-words', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const { value } = byId('start-text', HTMLInputElement);
    studio.describe(value.trim() === '' ? FIRST_PERSON : value);
    words.scrollIntoView({ block: 'start' });
    byId('brief', HTMLTextAreaElement).focus({ preventScroll: true });
  });
  // Somebody is there before a word is typed, once the first screen has had its turn.
  new IntersectionObserver(([{ isIntersecting }], observer) => {
    if (!isIntersecting) return;
    observer.disconnect();
    if (byId('brief', HTMLTextAreaElement).value === '') studio.describe(FIRST_PERSON);
  }).observe(words);
}

start().catch(complainIn('problem'));
