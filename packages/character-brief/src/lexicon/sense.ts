import type { Hex } from '@avatar/character';
import type { Domain, Palette, Quality, Shade } from '../meaning/domain.js';
import type { FactPath, Sets } from '../meaning/sets.js';

/** Why words that were meant as a wish are not in the spec. */
export type UnsupportedReason =
  /** A thing or a feature that characters do not have. */
  | 'not-drawn'
  /** About the place behind the person. */
  | 'background'
  /** About the light or the colours of the picture. */
  | 'light'
  /** About the kind of picture. */
  | 'look'
  /** About the picture's format. */
  | 'format'
  /** Origin, nation or faith: nobody's looks follow from it. */
  | 'origin'
  /** Only adults are drawn. */
  | 'age'
  /** Not in the lexicon. */
  | 'unknown';

/** A colour by its name. */
export interface ColourSense {
  readonly as: 'colour';
  readonly hex: Hex;
  /** What the name means for hair, skin, eyes or lips. */
  readonly within?: Readonly<Partial<Record<Palette, Hex>>>;
  /** What it colours where no noun is beside it: a blonde woman, a tanned man. */
  readonly alone?: 'hair' | 'skin';
  /** What it says further where it colours hair. */
  readonly hair?: Sets;
}
/** How light or dark, before a colour or alone. */
export interface ShadeSense {
  readonly as: 'shade';
  readonly shade: Shade;
  readonly alone?: Sets;
}
/** How something is. */
export interface QualitySense {
  readonly as: 'quality';
  readonly quality: Quality;
  /** What it says about a person without any noun beside it. */
  readonly alone?: Sets;
}
/** A thing that takes colours and qualities. */
export interface NounSense {
  readonly as: 'noun';
  readonly domain: Domain;
  readonly sets?: Sets;
  /** What "no ..." says, where it differs from the domain's. */
  readonly absent?: Sets;
  /** Where its colours go, where it differs from the domain's. */
  readonly colours?: readonly FactPath[];
  readonly reason?: UnsupportedReason;
  /** The garment's layer: the outermost is drawn. */
  readonly layer?: number;
}
/** A statement by itself. */
export interface SaysSense {
  readonly as: 'says';
  readonly sets: Sets;
  /** What "not ..." says. */
  readonly absent?: Sets;
}
/** An adjective that nothing is drawn for. */
export interface UndrawnSense {
  readonly as: 'undrawn';
  readonly reason: UnsupportedReason;
}
/** A word that joins or parts others. */
export interface GrammarSense {
  readonly as:
    /** Says that something is not there. */
    | 'no'
    /** As `no`, and what follows an "and" is not there either. */
    | 'without'
    /** Begins a new thing that the person has. */
    | 'has'
    /** Says where something is. */
    | 'place'
    | 'is'
    | 'and'
    | 'or'
    | 'but'
    | 'determiner'
    /** Words that change nothing. */
    | 'filler';
  /** A pronoun may say how the person is to be presented. */
  readonly sets?: Sets;
}

export type Sense =
  ColourSense | ShadeSense | QualitySense | NounSense | SaysSense | UndrawnSense | GrammarSense;

/** Phrases parted by `|`, with their sense; `(s)` stands for with and without. Written in lower case. */
export type Phrases = Readonly<Record<string, Sense>>;

export const colour = (
  hex: Hex,
  within: ColourSense['within'] = {},
  more: Pick<ColourSense, 'alone' | 'hair'> = {},
): ColourSense => ({ as: 'colour', hex, within, ...more });
export const shade = (name: Shade, alone?: Sets): ShadeSense => ({
  as: 'shade',
  shade: name,
  ...(alone && { alone }),
});
export const quality = (name: Quality, alone?: Sets): QualitySense => ({
  as: 'quality',
  quality: name,
  ...(alone && { alone }),
});
export const noun = (
  domain: Domain,
  sets?: Sets,
  more: Omit<NounSense, 'as' | 'domain' | 'sets'> = {},
): NounSense => ({ as: 'noun', domain, ...(sets && { sets }), ...more });
export const says = (sets: Sets, absent?: Sets): SaysSense => ({
  as: 'says',
  sets,
  ...(absent && { absent }),
});
export const elsewhere = (reason?: UnsupportedReason): NounSense => ({
  as: 'noun',
  domain: 'elsewhere',
  ...(reason && { reason }),
});
export const undrawn = (reason: UnsupportedReason): UndrawnSense => ({ as: 'undrawn', reason });
export const grammar = (as: GrammarSense['as'], sets?: Sets): GrammarSense => ({ as, ...(sets && { sets }) });
