import { named, type ValueOf } from './named-value.js';

/** Clothes of the upper body, costumes included. */
export const CLOTHING_STYLES = named([
  { value: 'suit', label: 'Suit and tie' },
  { value: 'blazer', label: 'Blazer' },
  { value: 'shirt', label: 'Shirt' },
  { value: 'polo', label: 'Polo shirt' },
  { value: 'tshirt', label: 'T-shirt' },
  { value: 'hoodie', label: 'Hoodie' },
  { value: 'turtleneck', label: 'Turtleneck' },
  { value: 'sweater', label: 'Sweater' },
  { value: 'dress', label: 'Dress' },
  { value: 'kurta', label: 'Kurta' },
  { value: 'jersey', label: 'Jersey' },
  { value: 'denim_jacket', label: 'Denim jacket' },
  { value: 'leather_jacket', label: 'Leather jacket' },
  { value: 'armor', label: 'Armour' },
  { value: 'cloak', label: 'Cloak' },
  { value: 'spacesuit', label: 'Spacesuit' },
]);
/** Clothes of the upper body, costumes included. */
export type ClothingStyle = ValueOf<typeof CLOTHING_STYLES>;

/** What is woven into or printed on the cloth, in the second colour. */
export const CLOTHING_PATTERNS = named([
  { value: 'none', label: 'Plain' },
  { value: 'stripes', label: 'Stripes' },
  { value: 'plaid', label: 'Plaid' },
  { value: 'knit', label: 'Knit' },
  { value: 'dots', label: 'Dots' },
  { value: 'leaf', label: 'Leaves' },
]);
/** What is woven into or printed on the cloth, in the second colour. */
export type ClothingPattern = ValueOf<typeof CLOTHING_PATTERNS>;

/** Neckline; a garment that has only one ignores it. */
export const NECKLINES = named([
  { value: 'crew', label: 'Crew neck' },
  { value: 'v', label: 'V-neck' },
  { value: 'boat', label: 'Boat neck' },
  { value: 'sweetheart', label: 'Sweetheart' },
]);
/** Neckline; a garment that has only one ignores it. */
export type Neckline = ValueOf<typeof NECKLINES>;

/** Lapels of suits and blazers. */
export const LAPELS = named([
  { value: 'notch', label: 'Notch' },
  { value: 'peak', label: 'Peak' },
  { value: 'shawl', label: 'Shawl' },
]);
/** Lapels of suits and blazers. */
export type Lapel = ValueOf<typeof LAPELS>;
