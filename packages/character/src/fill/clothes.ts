import type { CharacterSpec } from '../character-spec.js';
import type { Hex } from '../head-spec.js';
import type { FilledCharacter } from '../filled-character.js';
import type { ClothingStyle } from '../values/clothing.js';
import type { Chance } from './chance.js';
import { lightnessOf, mixed } from './colours.js';
import type { Known } from './features.js';

const CLOTH: readonly Hex[] = [
  '#33415c',
  '#4d5bb5',
  '#8fb4d9',
  '#2f6f6b',
  '#5f8f5a',
  '#6f7440',
  '#d9793b',
  '#f2c14e',
  '#e2a63d',
  '#c8443f',
  '#8a3a4a',
  '#d98aa0',
  '#7d6aa8',
  '#5a3a5c',
  '#8a7358',
  '#e6dcc8',
  '#f1eee8',
  '#8d9096',
  '#2d2a3a',
];

/** Clothes that have a colour of their own where nobody gave one. */
const OWN_COLOURS: Readonly<Partial<Record<ClothingStyle, readonly [hex: readonly Hex[], second: Hex]>>> = {
  suit: [['#33415c', '#2b2d36', '#4a4d57', '#5a4636', '#27384a'], '#fbf7f2'],
  denim_jacket: [['#4a6a94', '#35507a', '#6f8fb4'], '#f1eee8'],
  leather_jacket: [['#23222a', '#3b2a22', '#5a3a28'], '#e6dcc8'],
  armor: [['#9aa6b8', '#b4bac4', '#7d8796'], '#d6a94a'],
  spacesuit: [['#e9eaef', '#dfe3e8'], '#e2703a'],
  cloak: [['#4a4a9a', '#4f7a54', '#3d4a4f', '#7a2f3a'], '#cfb98a'],
  kurta: [['#f0e2c4', '#7a2f3a', '#2f6f6b', '#d98a3a'], '#b3843a'],
};

export function clothesOf(given: CharacterSpec['clothing'], known: Known, chance: Chance) {
  const style = given?.style ?? styleFor(known, chance);
  const own = OWN_COLOURS[style];
  const hex = given?.hex ?? chance.any('clothing.hex', own?.[0] ?? CLOTH);
  const clothing: FilledCharacter['clothing'] = {
    style,
    hex,
    second: given?.second ?? own?.[1] ?? contrastTo(hex),
    third:
      given?.third ?? chance.any('clothing.third', ['#8a3a4a', '#41557f', '#2f6f6b', '#c9a24a', '#5a3a5c']),
    pattern: given?.pattern ?? patternFor(style, chance),
    neck: given?.neck ?? neckFor(style, chance),
    lapel: given?.lapel ?? chance.pick('clothing.lapel', { notch: 4, peak: 1, shawl: 1 }),
  };
  return clothing;
}

const contrastTo = (hex: Hex): Hex => (lightnessOf(hex) > 0.6 ? mixed(hex, '#2b2d36', 0.65) : '#fff3e0');

function styleFor({ presentation, years }: Known, chance: Chance): ClothingStyle {
  return chance.pick('clothing.style', {
    tshirt: 5 - 3 * years,
    shirt: 4,
    sweater: 2 + 2 * years,
    hoodie: 3 - 2.5 * years,
    blazer: 2,
    turtleneck: 1 + years,
    polo: 1,
    denim_jacket: 1 - 0.5 * years,
    leather_jacket: 0.7,
    suit: 1.4 * (1 - presentation),
    dress: 3 * Math.max(0, presentation - 0.4),
  });
}

function patternFor(style: ClothingStyle, chance: Chance) {
  if (style === 'sweater' || style === 'turtleneck')
    return chance.pick('clothing.pattern', { knit: 3, none: 2 });
  if (style === 'shirt') return chance.pick('clothing.pattern', { none: 5, plaid: 1, stripes: 1, dots: 0.5 });
  if (style === 'tshirt') return chance.pick('clothing.pattern', { none: 5, stripes: 1 });
  if (style === 'dress') return chance.pick('clothing.pattern', { none: 4, dots: 1, leaf: 1 });
  return 'none';
}

function neckFor(style: ClothingStyle, chance: Chance) {
  return style === 'dress'
    ? chance.pick('clothing.neck', { sweetheart: 1, v: 2, boat: 2 })
    : chance.pick('clothing.neck', { crew: 4, v: 1 });
}
