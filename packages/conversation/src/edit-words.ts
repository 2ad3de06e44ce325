import * as lists from '@avatar/character';
import { PALETTES, PLATFORMS } from '@avatar/styles';
import { colourName } from './colour-name.js';
import { BACKGROUNDS, LOOK_LABELS, STYLE_LABELS } from './labels.js';
import type { Edit } from './recipe/edits.js';

const labels = (entries: readonly { readonly token: string; readonly label: string }[]) =>
  Object.fromEntries(entries.map(({ token, label }) => [token, label]));
const named = (entries: readonly lists.NamedValue[]) =>
  Object.fromEntries(entries.map(({ value, label }) => [value, label]));

/** What people read for the values of a key, where it is no number and no colour. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  style: STYLE_LABELS,
  look: LOOK_LABELS,
  background: BACKGROUNDS,
  palette: labels(PALETTES),
  platform: labels(PLATFORMS),
  expression: named(lists.EXPRESSIONS),
  'pose.gesture': named(lists.GESTURES),
  'pose.framing': named(lists.FRAMINGS),
  age: named(lists.AGES),
  accessories: named(lists.ACCESSORIES),
  effects: named(lists.EFFECTS),
  'hair.style': named(lists.HAIR_STYLES),
  'hair.texture': named(lists.HAIR_TEXTURES),
  'hair.part': named(lists.HAIR_PARTS),
  'hair.fringe': named(lists.FRINGES),
  'facial_hair.style': named(lists.FACIAL_HAIR_STYLES),
  'glasses.style': named(lists.GLASSES_STYLES),
  'headwear.style': named(lists.HEADWEAR_STYLES),
  'clothing.style': named(lists.CLOTHING_STYLES),
  'clothing.pattern': named(lists.CLOTHING_PATTERNS),
};
const KEYS: Readonly<Record<string, string>> = {
  palette: 'colours',
  intensity: 'strength of the style',
  mode: 'quality',
  'pose.yaw': 'turn of the head',
  'pose.gesture': 'gesture',
  'pose.framing': 'framing',
  facial_hair: 'beard',
  headwear: 'hat',
  clothing: 'clothes',
  effects: 'glow',
};
const MODES: Readonly<Record<string, string>> = { max: 'best', eco: 'preview' };
/** They say nothing to a person. */
const SILENT: ReadonlySet<string> = new Set(['subject', 'seed']);

/**
 * What an edit does, in English words that need no list of tokens: "background: Beach at sunset", "hair: brown".
 * @returns undefined for an edit that says nothing to a person, such as of the seed
 */
export function editWords(edit: Edit): string | undefined {
  if ('person' in edit) return 'the person as you describe them';
  if ('set' in edit)
    return SILENT.has(edit.set)
      ? undefined
      : `${nameOf(edit.set)}: ${edit.to === null ? 'as usual' : valueOf(edit.set, edit.to)}`;
  const { op, path } = edit.character;
  if (op === 'unset') return `${nameOf(path)}: as usual`;
  const { value } = edit.character;
  if (op === 'remove') return `no ${valueOf(path, value).toLowerCase()}`;
  // How much it is of a nose says nothing to people.
  return typeof value === 'number' ? nameOf(path) : `${nameOf(path)}: ${valueOf(path, value)}`;
}

/** "hair.style" is the hair, and so is "hair.hex": the value says which of them. */
function nameOf(path: string): string {
  const [section, field] = path.split('.');
  const name = KEYS[path] ?? KEYS[section] ?? section;
  return field === undefined || path in KEYS || ['style', 'hex'].includes(field)
    ? name
    : `${name} ${field.replaceAll('_', ' ')}`;
}

function valueOf(path: string, value: unknown): string {
  if (path === 'pose.yaw') return turnWords(Number(value));
  if (path === 'mode') return MODES[String(value)];
  if (Array.isArray(value)) return value.map((one) => valueOf(path, one)).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (value.startsWith('#')) return value.split(',').map(colourName).join(' to ');
  return VALUES[path]?.[value] ?? value.replaceAll('_', ' ');
}

const turnWords = (degrees: number): string =>
  degrees === 0 ? 'to the front' : `${Math.abs(degrees)} degrees to the ${degrees < 0 ? 'left' : 'right'}`;
