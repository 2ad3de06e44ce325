import type { Platform, Style } from '../catalogue.js';
import { byId, make } from '../elements.js';
import { styleTile } from '../gallery.js';
import type { PictureList } from '../pictures.js';

/** Where pictures go, as one group of radio buttons. */
export function showPlatforms(platforms: readonly Platform[], onChoice: (platform: Platform) => void): void {
  byId('platforms', HTMLDivElement).replaceChildren(
    ...platforms.map((platform, index) => {
      const input = make('input', {
        type: 'radio',
        name: 'platform',
        value: platform.token,
        checked: index === 0,
      });
      input.addEventListener('change', () => onChoice(platform));
      return make('label', { className: 'pill' }, input, platform.label);
    }),
  );
}

export interface StyleChoice {
  readonly styles: readonly Style[];
  readonly pictures: PictureList;
  readonly platform: Platform;
  readonly shown: string;
}

/** The other styles: those that are meant for the platform first. */
export function showStyles(
  { styles, pictures, platform, shown }: StyleChoice,
  onChoice: (style: string) => void,
): void {
  const rank = ({ token }: Style): number => {
    const place = platform.styles.indexOf(token);
    return place < 0 ? platform.styles.length : place;
  };
  const looks = pictures.portraits[0]?.looks ?? [];
  byId('styles', HTMLDivElement).replaceChildren(
    ...[...styles]
      .sort((a, b) => rank(a) - rank(b))
      .map(({ token, label, description }) => {
        const look = looks.find(({ style }) => style === token);
        const choose = () => onChoice(token);
        const button = look ? styleTile(look, label, choose) : plainTile(label, choose);
        button.title = description;
        button.setAttribute('aria-pressed', String(token === shown));
        return button;
      }),
  );
}

/** A style that came after the pictures were made. */
function plainTile(label: string, onChoice: () => void): HTMLElement {
  const tile = make('button', { type: 'button', className: 'tile plain' }, make('span', {}, label));
  tile.addEventListener('click', onChoice);
  return tile;
}
