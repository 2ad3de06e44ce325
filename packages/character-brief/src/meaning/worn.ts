import type { Domain, DomainMeaning } from './domain.js';

const WIDE_BRIM = { 'headwear.brim': 0.95 } as const;
const NARROW_BRIM = { 'headwear.brim': 0.1 } as const;
const HEADWEAR: DomainMeaning = {
  colours: ['headwear.hex', 'headwear.second'],
  shades: { dark: '#2f3138', light: '#d9d4c8', bright: '#e8553a', pale: '#e6e0d4' },
  qualities: {
    big: {},
    small: {},
    knitted: {},
    pointed: {},
    high: {},
    wide: WIDE_BRIM,
    wide_brim: WIDE_BRIM,
    narrow: NARROW_BRIM,
    narrow_brim: NARROW_BRIM,
  },
  absent: { 'headwear.style': 'none' },
};

/** What can be said about what is worn, about the face's expression and about the person as a whole. */
export const WORN: Readonly<Partial<Record<Domain, DomainMeaning>>> = {
  glasses: {
    colours: ['glasses.hex'],
    shades: { dark: '#26231f' },
    qualities: {
      round: { 'glasses.style': 'round' },
      square: { 'glasses.style': 'rectangle' },
      big: {},
      small: {},
      thick: {},
      thin: {},
    },
    absent: { 'glasses.style': 'none' },
  },
  frames: {
    colours: ['glasses.hex'],
    shades: { dark: '#26231f' },
    qualities: {
      round: { 'glasses.style': 'round' },
      square: { 'glasses.style': 'rectangle' },
      thick: {},
      thin: {},
      big: {},
    },
  },
  headwear: HEADWEAR,
  hat: {
    ...HEADWEAR,
    qualities: {
      ...HEADWEAR.qualities,
      knitted: { 'headwear.style': 'beanie' },
      pointed: { 'headwear.style': 'wizard_hat' },
    },
  },
  jewellery: {
    colours: ['jewellery.hex'],
    qualities: { big: {}, small: {}, thin: {}, thick: {}, long: {}, round: {} },
  },
  flower: { colours: ['flower.hex'], qualities: { big: {}, small: {} } },
  clothing: {
    colours: ['clothing.hex', 'clothing.second', 'clothing.third'],
    shades: { dark: '#2f3138', light: '#d9dde2', bright: '#e8553a', pale: '#e6e0d4' },
    qualities: {
      striped: { 'clothing.pattern': 'stripes' },
      plaid: { 'clothing.pattern': 'plaid' },
      knitted: { 'clothing.pattern': 'knit' },
      dotted: { 'clothing.pattern': 'dots' },
      leafy: { 'clothing.pattern': 'leaf' },
      v_neck: { 'clothing.neck': 'v' },
      crew_neck: { 'clothing.neck': 'crew' },
      boat_neck: { 'clothing.neck': 'boat' },
      sweetheart: { 'clothing.neck': 'sweetheart' },
      long: {},
      short: {},
      thick: {},
      thin: {},
      big: {},
      slim: {},
      soft: {},
      heavy: {},
    },
  },
  trim: { colours: ['clothing.second'] },
  pattern: { colours: ['clothing.second'], qualities: { thin: {}, thick: {}, big: {}, small: {}, wide: {} } },
  tie: { colours: ['clothing.third'], shades: { dark: '#2f3138' }, qualities: { thin: {}, slim: {} } },
  glow: { colours: ['glow.hex', 'glow.second'], qualities: {} },
  expression: {
    qualities: {
      gentle: { expression: 'slight_smile' },
      soft: { expression: 'slight_smile' },
      friendly: { expression: 'smile' },
      happy: { expression: 'smile' },
      confident: { expression: 'slight_smile' },
      serious: { expression: 'serious' },
      neutral: { expression: 'neutral' },
      sad: { expression: 'sad' },
      smug: { expression: 'smug' },
      surprised: { expression: 'surprised' },
      broad_smile: { expression: 'smile' },
    },
  },
  person: {
    qualities: {
      young: { age: 'young_adult' },
      old: { age: 'senior' },
      middle_aged: { age: 'early_middle_age' },
      slim: { 'body.build': 0.2 },
      thin: { 'body.build': 0.16 },
      heavy: { 'body.build': 0.84 },
      chubby: { 'body.build': 0.78 },
      big: { 'body.build': 0.78 },
      muscular: { 'body.shoulders': 0.78, 'body.build': 0.62 },
      happy: { expression: 'smile' },
      friendly: { expression: 'smile' },
      gentle: { expression: 'slight_smile' },
      sad: { expression: 'sad' },
      serious: { expression: 'serious' },
      surprised: { expression: 'surprised' },
      smug: { expression: 'smug' },
    },
  },
};
