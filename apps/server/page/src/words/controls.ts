import {
  AGES,
  CLOTHING_STYLES,
  FACIAL_HAIR_STYLES,
  GLASSES_STYLES,
  HAIR_STYLES,
  HEADWEAR_STYLES,
  type NamedValue,
} from '@avatar/character';
import type { Character } from '@avatar/client';
import { byId, make } from '../elements.js';
import { CLOTHS, EYES, HAIRS, SKINS, type NamedColour } from './colours.js';
import { fieldOf } from './person.js';

/** One row: a list, colours, or both. */
interface Row {
  readonly label: string;
  readonly list?: readonly [path: string, values: readonly NamedValue[]];
  readonly colours?: readonly [path: string, colours: readonly NamedColour[]];
}

const ROWS: readonly Row[] = [
  { label: 'Skin', colours: ['skin.hex', SKINS] },
  { label: 'Hair', list: ['hair.style', HAIR_STYLES], colours: ['hair.hex', HAIRS] },
  { label: 'Eyes', colours: ['eyes.hex', EYES] },
  { label: 'Age', list: ['age', AGES] },
  { label: 'Beard', list: ['facial_hair.style', FACIAL_HAIR_STYLES] },
  { label: 'Glasses', list: ['glasses.style', GLASSES_STYLES] },
  { label: 'Headwear', list: ['headwear.style', HEADWEAR_STYLES] },
  { label: 'Clothes', list: ['clothing.style', CLOTHING_STYLES], colours: ['clothing.hex', CLOTHS] },
];

/** Corrects one field; undefined gives it back to the words. */
export type OnCorrection = (path: string, value: string | undefined) => void;

/** A few clear controls for what words leave open or get wrong. */
export class Controls {
  readonly #shown: ((character: Character, uncertain: readonly string[]) => void)[] = [];

  constructor(private readonly onCorrection: OnCorrection) {
    byId('controls', HTMLDivElement).replaceChildren(...ROWS.map((row) => this.#row(row)));
  }

  /** Shows what is said of a person, and leaves open what nobody said. @param uncertain paths that a photo did not tell */
  show(character: Character, uncertain: readonly string[]): void {
    for (const show of this.#shown) show(character, uncertain);
  }

  #row({ label, list, colours }: Row): HTMLElement {
    const parts: HTMLElement[] = [];
    if (list) parts.push(this.#select(label, ...list));
    if (colours) parts.push(this.#swatches(label, ...colours));
    const note = make(
      'small',
      { className: 'control-note', hidden: true },
      'Not seen in the photo: is it right?',
    );
    const paths = [list?.[0], colours?.[0]];
    this.#shown.push((_character, uncertain) => {
      note.hidden = !uncertain.some((path) => paths.includes(path));
    });
    const name = make('span', { className: 'control-name' }, label);
    return make('div', { className: 'control' }, name, ...parts, note);
  }

  #select(label: string, path: string, values: readonly NamedValue[]): HTMLElement {
    const open = make('option', { value: '' }, 'Left open');
    const options = values.map(({ value, label: text }) => make('option', { value }, text));
    const select = make('select', {}, open, ...options);
    select.setAttribute('aria-label', label);
    select.addEventListener('change', () => this.onCorrection(path, select.value || undefined));
    this.#shown.push((character) => (select.value = textOf(fieldOf(character, path))));
    return select;
  }

  #swatches(label: string, path: string, colours: readonly NamedColour[]): HTMLElement {
    const group = make('div', { className: 'swatches' });
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', `${label} colour`);
    const buttons = colours.map(([name, hex]) => {
      const button = make('button', { type: 'button', className: 'swatch', title: name });
      button.setAttribute('aria-label', name);
      button.style.setProperty('--swatch', hex);
      button.addEventListener('click', () => {
        const isPressed = button.getAttribute('aria-pressed') === 'true';
        this.onCorrection(path, isPressed ? undefined : hex);
      });
      return [hex, button] as const;
    });
    group.append(...buttons.map(([, button]) => button));
    this.#shown.push((character) => {
      const value = textOf(fieldOf(character, path)).toLowerCase();
      for (const [hex, button] of buttons) button.setAttribute('aria-pressed', String(hex === value));
    });
    return group;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
