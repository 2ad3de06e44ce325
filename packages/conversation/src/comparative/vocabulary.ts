/** Forms that compare, with the adjective that descriptions of people have. */
export const COMPARATIVES: Readonly<Record<string, string>> = {
  bigger: 'big',
  larger: 'big',
  smaller: 'small',
  tinier: 'small',
  longer: 'long',
  shorter: 'short',
  thicker: 'thick',
  thinner: 'thin',
  wider: 'wide',
  broader: 'wide',
  narrower: 'narrow',
  rounder: 'round',
  squarer: 'square',
  fuller: 'full',
  slimmer: 'slim',
  leaner: 'slim',
  skinnier: 'slim',
  heavier: 'heavy',
  fatter: 'heavy',
  chubbier: 'chubby',
  curlier: 'curly',
  wavier: 'wavy',
  straighter: 'straight',
  lighter: 'light',
  brighter: 'light',
  fairer: 'light',
  paler: 'light',
  darker: 'dark',
  pointier: 'pointed',
  sharper: 'pointed',
  bushier: 'bushy',
  flatter: 'flat',
  stronger: 'strong',
  darken: 'dark',
  lighten: 'light',
  brighten: 'light',
  shorten: 'short',
  lengthen: 'long',
  widen: 'wide',
  thicken: 'thick',
  deeper: 'dark',
  enlarge: 'big',
  shrink: 'small',
  'closer together': 'close set',
  'further apart': 'wide set',
  'farther apart': 'wide set',
};

/** Words for the same adjectives that do not compare: "too skinny", "less curly". */
export const ADJECTIVES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(COMPARATIVES).map((adjective) => [adjective, adjective])),
  large: 'big',
  huge: 'big',
  tiny: 'small',
  broad: 'wide',
  skinny: 'slim',
  fat: 'heavy',
  pale: 'light',
  bright: 'light',
  pointy: 'pointed',
  voluminous: 'big',
  puffy: 'big',
  muscular: 'muscular',
};

/** What is said where the contrary is meant: "too long" of a photo, of which nothing is measured yet. */
export const CONTRARY: Readonly<Record<string, string>> = {
  big: 'small',
  small: 'big',
  long: 'short',
  short: 'long',
  thick: 'thin',
  thin: 'thick',
  wide: 'narrow',
  narrow: 'wide',
  round: 'long',
  square: 'round',
  full: 'thin',
  slim: 'heavy',
  heavy: 'slim',
  chubby: 'slim',
  curly: 'straight',
  wavy: 'straight',
  straight: 'wavy',
  light: 'dark',
  dark: 'light',
  pointed: 'soft',
  bushy: 'thin',
  flat: 'high',
  strong: 'weak',
  'close set': 'wide set',
  'wide set': 'close set',
  muscular: 'slim',
};

/** What has a size, a length or a shade, by family. */
export const HAIR_NOUNS =
  'hair|haircut|hairstyle|dreads|dreadlocks|locs|locks|fringe|bangs|plaits|bun|mane|bob|braids|afro|ponytail|curls';
export const BEARD_NOUNS = 'beard|stubble|facial hair|goatee|moustache|mustache|whiskers';
const FACE_NOUNS =
  'nose|eyes|mouth|lips|brows|eyebrows|lashes|eyelashes|face|jaw|jawline|chin|cheeks|skin|complexion';
const BODY_NOUNS = 'shoulders|body|build|figure|frame';
export const CLOTHES_NOUNS =
  'jacket|blazer|suit|shirt|t-shirt|tee|top|blouse|tunic|vest|waistcoat|sweatshirt|skirt|sari|kimono|uniform|polo|hoodie|sweater|jumper|turtleneck|dress|cardigan|coat|pullover|gown|robe|kurta|jersey|cloak|cape|armou?r|clothes|outfit';
export const WORN_NOUNS =
  'glasses|sunglasses|frames|hat|cap|beanie|headset|hijab|turban|headphones|crown|hood|helmet|headscarf|scarf';
export const GROUND_NOUNS = 'background|backdrop';
export const NOUNS = [
  HAIR_NOUNS,
  BEARD_NOUNS,
  FACE_NOUNS,
  BODY_NOUNS,
  CLOTHES_NOUNS,
  WORN_NOUNS,
  GROUND_NOUNS,
].join('|');

/** Adjectives that say it of the whole person, with no noun beside them. */
export const OF_BODY = 'slimmer|leaner|skinnier|heavier|fatter|chubbier|thinner';
export const OF_BODY_PLAIN = 'skinny|slim|fat|heavy|thin|chubby|muscular';

/** Adjectives that only hair has. */
export const OF_HAIR = 'curlier|wavier|straighter';
export const OF_HAIR_PLAIN = 'curly|wavy';

/** "More beard" is a longer one. */
export const MORE_OF: Readonly<Record<string, string>> = {
  hair: 'big',
  curls: 'curly',
  beard: 'long',
  stubble: 'long',
  'facial hair': 'long',
  lashes: 'long',
  eyelashes: 'long',
  brows: 'thick',
  eyebrows: 'thick',
  lips: 'full',
  shoulders: 'wide',
};
