import { named, type ValueOf } from './named-value.js';

/** Cuts and arrangements of the hair. */
export const HAIR_STYLES = named([
  { value: 'bald', label: 'Bald' },
  { value: 'buzz', label: 'Buzz cut' },
  { value: 'crop', label: 'Short crop' },
  { value: 'side_part', label: 'Side part' },
  { value: 'quiff', label: 'Quiff' },
  { value: 'slick_back', label: 'Slicked back' },
  { value: 'curly_short', label: 'Short curls' },
  { value: 'afro', label: 'Afro' },
  { value: 'locs_short', label: 'Short locs' },
  { value: 'bob', label: 'Bob' },
  { value: 'lob', label: 'Shoulder length' },
  { value: 'pixie', label: 'Pixie' },
  { value: 'long_straight', label: 'Long and straight' },
  { value: 'long_wavy', label: 'Long and wavy' },
  { value: 'long_curly', label: 'Long and curly' },
  { value: 'long_locs', label: 'Long locs' },
  { value: 'ponytail', label: 'Ponytail' },
  { value: 'bun', label: 'Bun' },
  { value: 'top_bun', label: 'Top bun' },
  { value: 'braids', label: 'Braids' },
  { value: 'half_up', label: 'Half up' },
  { value: 'undercut', label: 'Undercut' },
  { value: 'mohawk', label: 'Mohawk' },
  { value: 'receding', label: 'Receding' },
]);
/** Cut or arrangement of the hair. */
export type HairStyle = ValueOf<typeof HAIR_STYLES>;

/** How single strands run. */
export const HAIR_TEXTURES = named([
  { value: 'straight', label: 'Straight' },
  { value: 'wavy', label: 'Wavy' },
  { value: 'curly', label: 'Curly' },
  { value: 'coily', label: 'Coily' },
]);
/** How single strands run. */
export type HairTexture = ValueOf<typeof HAIR_TEXTURES>;

/** Where the hair is parted; left and right are the person's own. */
export const HAIR_PARTS = named([
  { value: 'none', label: 'No parting' },
  { value: 'left', label: 'Left' },
  { value: 'center', label: 'Centre' },
  { value: 'right', label: 'Right' },
]);
/** Where the hair is parted; left and right are the person's own. */
export type HairPart = ValueOf<typeof HAIR_PARTS>;

/** Hair over the forehead. */
export const FRINGES = named([
  { value: 'none', label: 'None' },
  { value: 'straight', label: 'Straight' },
  { value: 'side', label: 'To the side' },
  { value: 'curtain', label: 'Curtain' },
]);
/** Hair over the forehead. */
export type Fringe = ValueOf<typeof FRINGES>;

/** Beards and moustaches. */
export const FACIAL_HAIR_STYLES = named([
  { value: 'none', label: 'None' },
  { value: 'stubble', label: 'Stubble' },
  { value: 'moustache', label: 'Moustache' },
  { value: 'goatee', label: 'Goatee' },
  { value: 'short_beard', label: 'Short beard' },
  { value: 'full_beard', label: 'Full beard' },
  { value: 'long_beard', label: 'Long beard' },
]);
/** Beard or moustache. */
export type FacialHairStyle = ValueOf<typeof FACIAL_HAIR_STYLES>;
