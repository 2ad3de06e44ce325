import type { components } from '@avatar/client';
import { byId, make } from './elements.js';

export type Platform = components['schemas']['Platform'];
export type Style = components['schemas']['Style'];

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
      return make('label', { className: 'choice' }, input, platform.label);
    }),
  );
}

/** The other styles: those that are meant for the platform first. */
export function showStyles(
  styles: readonly Style[],
  platform: Platform,
  shown: string,
  onChoice: (style: string) => void,
): void {
  const rank = ({ token }: Style): number => {
    const place = platform.styles.indexOf(token);
    return place < 0 ? platform.styles.length : place;
  };
  const sorted = [...styles].sort((a, b) => rank(a) - rank(b));
  byId('styles', HTMLDivElement).replaceChildren(
    ...sorted.map(({ token, label, description }) => {
      const button = make('button', { type: 'button', className: 'quiet', title: description }, label);
      button.setAttribute('aria-pressed', String(token === shown));
      button.addEventListener('click', () => onChoice(token));
      return button;
    }),
  );
}
