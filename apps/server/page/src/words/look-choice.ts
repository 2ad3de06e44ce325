import { byId, make } from '../elements.js';
import type { Look } from './person.js';

const LOOKS: readonly (readonly [Look, string])[] = [
  ['anime', 'Inked'],
  ['flat', 'Flat'],
  ['toon3d', 'Modelled'],
];

/** The looks that somebody can be drawn in, with the one that is chosen. */
export function showLooks(chosen: Look, onChoice: (look: Look) => void): void {
  const buttons = LOOKS.map(([look, label]) => {
    const button = make('button', { type: 'button' }, label);
    button.setAttribute('aria-pressed', String(look === chosen));
    button.addEventListener('click', () => {
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
      onChoice(look);
    });
    return button;
  });
  byId('looks', HTMLDivElement).replaceChildren(...buttons);
}
