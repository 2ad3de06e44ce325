import type { FilledCharacter } from '@avatar/character';

type HairStyle = FilledCharacter['hair']['style'];
type BeardStyle = FilledCharacter['facial_hair']['style'];
type Texture = FilledCharacter['hair']['texture'];

/** From short to long, by what the hair is like. */
const SHORT_TO_LONG: Readonly<Record<string, readonly HairStyle[]>> = {
  locs: ['locs_short', 'long_locs'],
  curly: ['buzz', 'curly_short', 'bob', 'lob', 'long_curly'],
  coily: ['buzz', 'crop', 'curly_short', 'afro', 'long_curly'],
  masculine: ['buzz', 'crop', 'side_part', 'bob', 'lob', 'long_straight'],
  feminine: ['buzz', 'pixie', 'bob', 'lob', 'long_straight'],
};
/** As long as which style of those ladders. */
const AS_LONG_AS: Readonly<Partial<Record<HairStyle, string>>> = {
  bald: 'none',
  receding: 'short',
  undercut: 'short',
  quiff: 'short',
  slick_back: 'short',
  mohawk: 'short',
  pixie: 'short',
  crop: 'short',
  curly_short: 'short',
  afro: 'middle',
  locs_short: 'short',
};
const BEARDS: readonly BeardStyle[] = ['none', 'stubble', 'short_beard', 'full_beard', 'long_beard'];
const TEXTURES: readonly Texture[] = ['straight', 'wavy', 'curly', 'coily'];
const MASCULINE = 0.5;

/** Hair so many steps longer, or shorter with less than none; the same style where there is none. */
export function hairOfLength({ hair, presentation }: FilledCharacter, steps: number): HairStyle {
  const ladder = ladderOf(hair, presentation);
  const here = placeOf(hair.style, ladder);
  // Less than two steps of a haircut are hardly seen, and "a bit" is one.
  const by = Math.sign(steps) * Math.max(1, Math.round(Math.abs(steps) * 2));
  const at = Math.max(0, Math.min(ladder.length - 1, here + by));
  if (at === here || (here === ladder.length - 1 && by > 0)) return hair.style;
  const style = ladder[at];
  if (style !== 'long_straight' || hair.texture === 'straight') return style;
  return hair.texture === 'wavy' ? 'long_wavy' : 'long_curly';
}

function ladderOf({ style, texture }: FilledCharacter['hair'], presentation: number): readonly HairStyle[] {
  if (style.includes('locs')) return SHORT_TO_LONG.locs;
  if (texture === 'coily' || style === 'afro') return SHORT_TO_LONG.coily;
  if (texture === 'curly') return SHORT_TO_LONG.curly;
  return presentation < MASCULINE ? SHORT_TO_LONG.masculine : SHORT_TO_LONG.feminine;
}

function placeOf(style: HairStyle, ladder: readonly HairStyle[]): number {
  const at = ladder.indexOf(style);
  if (at >= 0) return at;
  const length = AS_LONG_AS[style];
  if (length === 'none') return -1;
  if (length === 'short') return 1;
  return length === 'middle' ? 2 : ladder.length - 1;
}

export const beardOfLength = (style: BeardStyle, steps: number): BeardStyle => stepped(BEARDS, style, steps);
export const textureOf = (texture: Texture, steps: number): Texture => stepped(TEXTURES, texture, steps);

/** A value of a ladder so many whole steps on; one that is not on it stays. */
export function stepped<Value>(ladder: readonly Value[], value: Value, steps: number): Value {
  const here = ladder.indexOf(value);
  if (here < 0) return value;
  const by = Math.sign(steps) * Math.max(1, Math.round(Math.abs(steps)));
  return ladder[Math.max(0, Math.min(ladder.length - 1, here + by))];
}
