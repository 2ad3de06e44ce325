import type { Background, Catalogue } from './catalogue.js';
import { make } from './elements.js';

/** What is behind somebody; empty: as the style has it. */
export interface Backdrop {
  readonly background?: string;
  /** Of a background that takes colours. */
  readonly palette?: string;
}

export interface BackdropParts {
  readonly catalogue: Catalogue;
  /** Names this choice among others, for ids. */
  readonly name: string;
  /** Whether there is a photo whose own background can be used. */
  readonly hasPhoto: boolean;
  /** What the first entry says: whose background it is otherwise. */
  readonly asItIs: string;
  readonly onChoice: (backdrop: Backdrop) => void;
}

const COLOURS: readonly (readonly [name: string, hex: string])[] = [
  ['White', '#ffffff'],
  ['Light grey', '#c9ced3'],
  ['Charcoal', '#33373d'],
  ['Navy', '#1d2f5e'],
  ['Sky blue', '#8ec5ee'],
  ['Teal', '#1f8a83'],
  ['Sage', '#a9bf9f'],
  ['Yellow', '#f2c84b'],
  ['Coral', '#ee7b62'],
  ['Lilac', '#b9a3e3'],
];
const GROUPS: readonly (readonly [kind: Background['kind'], label: string])[] = [
  ['palette', 'In colours'],
  ['scene', 'Places'],
  ['photo', 'From the photo'],
  ['transparent', 'Nothing'],
];

/** Lists of the server and plain colours, for what is behind a person. */
export function backdropChoice(parts: BackdropParts): HTMLElement {
  const { catalogue, name, asItIs, onChoice } = parts;
  const background = labelledSelect('Background', `${name}-background`, [
    make('option', { value: '' }, asItIs),
    ...groupsOf(parts),
  ]);
  const palette = labelledSelect('Its colours', `${name}-palette`, [
    make('option', { value: '' }, 'As the background has them'),
    ...catalogue.palettes.map(({ token, label }) => make('option', { value: token }, label)),
  ]);
  const swatches = COLOURS.map(([label, hex]) => {
    const button = make('button', { type: 'button', className: 'swatch', title: label, ariaLabel: label });
    button.style.setProperty('--swatch', hex);
    return { hex, button };
  });
  const takesPalette = () =>
    catalogue.backgrounds.some(
      ({ token, takes_palette }) => token === background.field.value && takes_palette,
    );
  const choose = (hex?: string) => {
    for (const one of swatches) one.button.setAttribute('aria-pressed', String(one.hex === hex));
    if (hex !== undefined) background.field.value = '';
    palette.row.hidden = !takesPalette();
    const chosen = hex ?? background.field.value;
    onChoice({
      ...(chosen !== '' && { background: chosen }),
      ...(takesPalette() && palette.field.value !== '' && { palette: palette.field.value }),
    });
  };
  background.field.addEventListener('change', () => choose());
  palette.field.addEventListener('change', () => choose());
  for (const { hex, button } of swatches) {
    button.setAttribute('aria-pressed', 'false');
    // A second click gives it back to the style.
    button.addEventListener('click', () =>
      choose(button.getAttribute('aria-pressed') === 'true' ? undefined : hex),
    );
  }
  palette.row.hidden = true;
  const colours = make('div', { className: 'swatches' }, ...swatches.map(({ button }) => button));
  colours.setAttribute('role', 'group');
  colours.setAttribute('aria-label', 'One colour as the background');
  return make('div', { className: 'backdrop' }, background.row, palette.row, colours);
}

function groupsOf({ catalogue, hasPhoto }: BackdropParts): HTMLElement[] {
  return GROUPS.filter(([kind]) => hasPhoto || kind !== 'photo').map(([kind, label]) => {
    const those = catalogue.backgrounds.filter((one) => one.kind === kind);
    const group = make('optgroup', { label });
    group.append(...those.map((one) => make('option', { value: one.token }, one.label)));
    return group;
  });
}

function labelledSelect(label: string, id: string, options: readonly HTMLElement[]) {
  const field = make('select', { id }, ...options);
  return { field, row: make('div', { className: 'field' }, make('label', { htmlFor: id }, label), field) };
}
