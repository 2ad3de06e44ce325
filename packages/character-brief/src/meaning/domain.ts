import type { Hex } from '@avatar/character';
import type { FactPath, Sets } from './sets.js';

/** What a noun is about. Colours and qualities mean something else in each. */
export type Domain =
  | 'hair'
  | 'curls'
  | 'fringe'
  | 'hair_tips'
  | 'facial_hair'
  | 'beard'
  | 'eyes'
  | 'lashes'
  | 'brows'
  | 'nose'
  | 'mouth'
  | 'face'
  | 'jaw'
  | 'chin'
  | 'cheeks'
  | 'ears'
  | 'skin'
  | 'body'
  | 'shoulders'
  | 'glasses'
  | 'frames'
  | 'headwear'
  | 'hat'
  | 'jewellery'
  | 'flower'
  | 'clothing'
  | 'trim'
  | 'pattern'
  | 'tie'
  | 'glow'
  | 'expression'
  | 'person'
  /** What is no part of a character: it takes its adjectives with it. */
  | 'elsewhere';

/** Words that say how something is, in any language. */
export type Quality =
  | 'long'
  | 'short'
  | 'very_short'
  | 'medium'
  | 'straight'
  | 'wavy'
  | 'curly'
  | 'coily'
  | 'big'
  | 'small'
  | 'thick'
  | 'thin'
  | 'full'
  | 'wide'
  | 'narrow'
  | 'round'
  | 'square'
  | 'flat'
  | 'high'
  | 'strong'
  | 'weak'
  | 'soft'
  | 'pointed'
  | 'arched'
  | 'angled'
  | 'bushy'
  | 'trimmed'
  | 'hooded'
  | 'almond'
  | 'upturned'
  | 'downturned'
  | 'wide_set'
  | 'close_set'
  | 'monolid'
  | 'sleepy'
  | 'aquiline'
  | 'button'
  | 'snub'
  | 'bulbous'
  | 'hollow'
  | 'chubby'
  | 'heart'
  | 'oval'
  | 'receding'
  | 'shaved'
  | 'slicked'
  | 'slim'
  | 'heavy'
  | 'muscular'
  | 'striped'
  | 'plaid'
  | 'knitted'
  | 'dotted'
  | 'leafy'
  | 'v_neck'
  | 'crew_neck'
  | 'boat_neck'
  | 'sweetheart'
  | 'wide_brim'
  | 'narrow_brim'
  | 'gentle'
  | 'broad_smile'
  | 'friendly'
  | 'confident'
  | 'serious'
  | 'neutral'
  | 'happy'
  | 'sad'
  | 'smug'
  | 'surprised'
  | 'young'
  | 'old'
  | 'middle_aged';

/** How light or dark something is, without a colour. */
export type Shade = 'deep' | 'dark' | 'medium' | 'light' | 'pale' | 'bright';

/** Which hex a colour's name stands for. */
export type Palette = 'cloth' | 'hair' | 'skin' | 'eyes' | 'lips';

/** What nouns of a domain understand. */
export interface DomainMeaning {
  /** Where colours go, the first one first. */
  readonly colours?: readonly FactPath[];
  readonly palette?: Palette;
  readonly shades?: Readonly<Partial<Record<Shade, Hex>>>;
  readonly qualities?: Readonly<Partial<Record<Quality, Sets>>>;
  /** What "no ..." says. */
  readonly absent?: Sets;
}
