import { named, type ValueOf } from './named-value.js';

/** Ages that are drawn: from about 18 on. Children are not drawn. */
export const AGES = named([
  { value: 'young_adult', label: 'Young adult' },
  { value: 'early_middle_age', label: 'Early middle age' },
  { value: 'late_middle_age', label: 'Late middle age' },
  { value: 'senior', label: 'Senior' },
]);
/** About 18 to 34, 35 to 49, 50 to 64, 65 and more. */
export type Age = ValueOf<typeof AGES>;

/** How the upper lid folds. */
export const LIDS = named([
  { value: 'double', label: 'With a crease' },
  { value: 'single', label: 'Single lid' },
  { value: 'hooded', label: 'Hooded' },
]);
/** How the upper lid folds. */
export type Lid = ValueOf<typeof LIDS>;

/** Outline of the eye. */
export const EYE_DESIGNS = named([
  { value: 'round', label: 'Round' },
  { value: 'sharp', label: 'Sharp' },
  { value: 'sleepy', label: 'Sleepy' },
  { value: 'gentle', label: 'Gentle' },
]);
/** Outline of the eye. */
export type EyeDesign = ValueOf<typeof EYE_DESIGNS>;

/** How the drawn looks paint the iris. */
export const IRIS_DESIGNS = named([
  { value: 'pool', label: 'Pool of light' },
  { value: 'ring', label: 'Ring' },
  { value: 'split', label: 'Two tones' },
  { value: 'star', label: 'Star' },
]);
/** How the drawn looks paint the iris. */
export type IrisDesign = ValueOf<typeof IRIS_DESIGNS>;

/** Form of the brows. */
export const BROW_SHAPES = named([
  { value: 'straight', label: 'Straight' },
  { value: 'angled', label: 'Angled' },
  { value: 'arched', label: 'Arched' },
  { value: 'soft', label: 'Soft' },
  { value: 'bushy', label: 'Bushy' },
]);
/** Form of the brows. */
export type BrowShape = ValueOf<typeof BROW_SHAPES>;

/** Form of the nose. */
export const NOSE_SHAPES = named([
  { value: 'straight', label: 'Straight' },
  { value: 'aquiline', label: 'Aquiline' },
  { value: 'broad', label: 'Broad' },
  { value: 'bulbous', label: 'Bulbous' },
  { value: 'button', label: 'Button' },
  { value: 'snub', label: 'Snub' },
]);
/** Form of the nose. */
export type NoseShape = ValueOf<typeof NOSE_SHAPES>;

/** Form of the lips. */
export const MOUTH_SHAPES = named([
  { value: 'bow', label: 'Cupid’s bow' },
  { value: 'full', label: 'Full' },
  { value: 'thin', label: 'Thin' },
  { value: 'wide', label: 'Wide' },
  { value: 'pout', label: 'Pout' },
]);
/** Form of the lips. */
export type MouthShape = ValueOf<typeof MOUTH_SHAPES>;

/** Form of the ears; pointed ones are an effect. */
export const EAR_SHAPES = named([
  { value: 'round', label: 'Round' },
  { value: 'square', label: 'Square' },
  { value: 'lobe', label: 'Long lobes' },
]);
/** Form of the ears; pointed ones are an effect. */
export type EarShape = ValueOf<typeof EAR_SHAPES>;
