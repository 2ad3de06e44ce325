import type { Hex } from '@avatar/character';
import { colour, type ColourSense } from '../lexicon/sense.js';
import type { Palette, Shade } from '../meaning/domain.js';
import type { Item } from './items.js';
import type { Word } from './words.js';

const PALETTES: readonly Palette[] = ['hair', 'skin', 'eyes', 'lips'];

/** What a shade does to a colour: towards black or white, by how much. */
const SHADED: Readonly<Record<Shade, readonly [towards: Hex, share: number]>> = {
  deep: ['#000000', 0.3],
  dark: ['#000000', 0.4],
  medium: ['#000000', 0],
  light: ['#ffffff', 0.42],
  pale: ['#ffffff', 0.55],
  bright: ['#000000', 0],
};
/** How much of the first colour is in "golden brown". */
const TINT = 0.35;

/** "dark teal" and "golden brown" as one colour each. */
export function withMixedColours(items: readonly Item[], words: readonly Word[]): Item[] {
  const mixed: Item[] = [];
  for (const item of items) {
    const before = mixed.at(-1);
    const adjacent = ['none', 'hyphen'].includes(words[item.from].gap);
    const together = before && adjacent ? mixedSense(before, item) : undefined;
    if (before && together) mixed[mixed.length - 1] = { sense: together, from: before.from, to: item.to };
    else mixed.push(item);
  }
  return mixed;
}

function mixedSense({ sense: first }: Item, { sense: second }: Item): ColourSense | undefined {
  if (second?.as !== 'colour') return undefined;
  if (first?.as === 'shade') {
    const [towards, share] = SHADED[first.shade];
    return everyHex(second, (hex) => mix(hex, towards, share));
  }
  if (first?.as !== 'colour') return undefined;
  return everyHex(second, (hex, palette) => mix(hex, hexIn(first, palette), TINT));
}

function everyHex(sense: ColourSense, change: (hex: Hex, palette: Palette) => Hex): ColourSense {
  const within = Object.fromEntries(
    PALETTES.map((palette) => [palette, change(hexIn(sense, palette), palette)]),
  );
  const { alone, hair } = sense;
  return colour(change(sense.hex, 'cloth'), within, { ...(alone && { alone }), ...(hair && { hair }) });
}

/** What a colour's name stands for. */
export const hexIn = (sense: ColourSense, palette: Palette = 'cloth'): Hex =>
  sense.within?.[palette] ?? sense.hex;

function mix(from: Hex, to: Hex, share: number): Hex {
  const channel = (hex: Hex, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const values = [1, 3, 5].map((at) => Math.round(channel(from, at) * (1 - share) + channel(to, at) * share));
  return `#${values.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
