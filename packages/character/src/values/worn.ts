import { named, type ValueOf } from './named-value.js';

/** Glasses by their frame. */
export const GLASSES_STYLES = named([
  { value: 'none', label: 'None' },
  { value: 'round', label: 'Round' },
  { value: 'rectangle', label: 'Rectangular' },
  { value: 'half_rim', label: 'Half rim' },
  { value: 'cat_eye', label: 'Cat eye' },
  { value: 'aviator', label: 'Aviator' },
  { value: 'sunglasses', label: 'Sunglasses' },
]);
/** Glasses by their frame. */
export type GlassesStyle = ValueOf<typeof GLASSES_STYLES>;

/** What the head wears. */
export const HEADWEAR_STYLES = named([
  { value: 'none', label: 'None' },
  { value: 'hijab', label: 'Hijab' },
  { value: 'turban', label: 'Turban' },
  { value: 'cap', label: 'Cap' },
  { value: 'beanie', label: 'Beanie' },
  { value: 'headphones', label: 'Headphones' },
  { value: 'wizard_hat', label: 'Wizard’s hat' },
  { value: 'crown', label: 'Crown' },
  { value: 'helmet', label: 'Helmet' },
  { value: 'fedora', label: 'Fedora' },
  { value: 'hood', label: 'Hood' },
]);
/** What the head wears. */
export type HeadwearStyle = ValueOf<typeof HEADWEAR_STYLES>;

/** Small things in the face, the ears and around the neck; any number of them. */
export const ACCESSORIES = named([
  { value: 'earrings', label: 'Earrings' },
  { value: 'hoops', label: 'Hoop earrings' },
  { value: 'freckles', label: 'Freckles' },
  { value: 'mole', label: 'Beauty mark' },
  { value: 'nose_ring', label: 'Nose ring' },
  { value: 'necklace', label: 'Necklace' },
  { value: 'flower', label: 'Flower in the hair' },
  { value: 'scar', label: 'Scar' },
]);
/** A small thing in the face, the ears or around the neck. */
export type Accessory = ValueOf<typeof ACCESSORIES>;

/** What fantasy and science fiction add; any number of them. */
export const EFFECTS = named([
  { value: 'cyber_eye', label: 'Cybernetic eye' },
  { value: 'neon_circuits', label: 'Neon circuits on the skin' },
  { value: 'glowing_runes', label: 'Glowing runes' },
  { value: 'elf_ears', label: 'Long elf ears' },
  { value: 'pointed_ears', label: 'Pointed ears' },
]);
/** What fantasy and science fiction add. */
export type Effect = ValueOf<typeof EFFECTS>;
