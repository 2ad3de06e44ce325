import { byId, make } from './elements.js';
import { pictureUrl, type DescribedPerson, type PictureList, type StyledPortrait } from './pictures.js';

/** How far away a picture is when it begins to load. */
const NEAR = '300px';

/** Styles by their portraits, and people by their sentences; pictures load when they come near. */
export function showGallery(
  { portraits, characters }: PictureList,
  labelOf: (style: string) => string,
  onStyle: (style: string) => void,
  onPerson: (person: DescribedPerson) => void,
): void {
  const styles = portraits[0]?.looks.map(({ style }) => style) ?? [];
  byId('style-gallery', HTMLDivElement).replaceChildren(
    ...styles.flatMap((style, index) => {
      // The two take turns.
      const portrait = portraits[index % portraits.length].looks.find((look) => look.style === style);
      return portrait === undefined ? [] : [styleTile(portrait, labelOf(style), () => onStyle(style))];
    }),
  );
  byId('people-gallery', HTMLDivElement).replaceChildren(
    ...characters.map((person) => personTile(person, () => onPerson(person))),
  );
}

/** A style as its portrait; under the pointer it is the photo. */
export function styleTile(
  { before, after }: StyledPortrait,
  label: string,
  onChoice: () => void,
): HTMLElement {
  const picture = lazy(after, '');
  const tile = make('button', { type: 'button', className: 'tile' }, picture, make('span', {}, label));
  tile.addEventListener('pointerenter', () => (picture.src = pictureUrl(before)));
  tile.addEventListener('pointerleave', () => (picture.src = pictureUrl(after)));
  tile.addEventListener('click', onChoice);
  return tile;
}

function personTile({ text, file }: DescribedPerson, onChoice: () => void): HTMLElement {
  const tile = make(
    'button',
    { type: 'button', className: 'tile person' },
    lazy(file, ''),
    make('span', {}, text),
  );
  tile.addEventListener('click', onChoice);
  return tile;
}

function lazy(file: string, alt: string): HTMLImageElement {
  const picture = make('img', { alt, width: 240, height: 240, decoding: 'async' });
  picture.dataset.src = pictureUrl(file);
  nearby.observe(picture);
  return picture;
}

const nearby = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLImageElement)) continue;
      nearby.unobserve(target);
      target.src = target.dataset.src ?? '';
    }
  },
  { rootMargin: NEAR },
);
