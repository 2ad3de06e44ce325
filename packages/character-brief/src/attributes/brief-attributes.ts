import { AvatarError } from '@avatar/stage';
import type { Age, Framing } from '@avatar/character';

/**
 * The person in fields, as HeyGen's and KonPro's requests have them. All are optional; names of values are read in
 * any case and with spaces or underscores.
 */
export interface BriefAttributes {
  /** Ignored: a name says nothing about looks. It passes the content policy. */
  readonly name?: string;
  /** `Young Adult`, `Early Middle Age`, `Late Middle Age`, `Senior` or `Unspecified`. */
  readonly age?: string;
  /** `Woman`, `Man` or `Unspecified`. */
  readonly gender?: string;
  /**
   * `White`, `Black`, `Asian American`, `East Asian`, `South East Asian`, `South Asian`, `Middle Eastern`, `Pacific`,
   * `Hispanic` or `Unspecified`: a broad prior for skin and hair colour. Any other text is told of as unsupported.
   */
  readonly ethnicity?: string;
  /** `square`, `horizontal` or `vertical`: of the picture, so that it is checked and no part of the spec. */
  readonly orientation?: string;
  /** `half_body`, `close_up` or `full_body`. */
  readonly pose?: string;
  /**
   * `Realistic`, `Pixar`, `Cinematic`, `Vintage`, `Noir`, `Cyberpunk` or `Unspecified`: of the picture, so that it is
   * checked and no part of the spec.
   */
  readonly style?: string;
  /** Free text, up to 1,000 characters; read after the text of the brief. */
  readonly appearance?: string;
}

/** The longest `appearance`, in characters. */
const MAX_APPEARANCE = 1000;
const MAX_FIELD = 200;
const FIELDS: readonly (keyof BriefAttributes)[] = [
  'name',
  'age',
  'gender',
  'ethnicity',
  'orientation',
  'pose',
  'style',
  'appearance',
];

export const AGE_NAMES: Readonly<Record<string, Age>> = {
  young_adult: 'young_adult',
  early_middle_age: 'early_middle_age',
  late_middle_age: 'late_middle_age',
  senior: 'senior',
};
export const GENDER_NAMES: Readonly<Record<string, number>> = {
  woman: 0.85,
  man: 0.15,
  female: 0.85,
  male: 0.15,
};
export const POSE_NAMES: Readonly<Record<string, Framing>> = {
  half_body: 'half_body',
  close_up: 'close_up',
  full_body: 'full_body',
};
const ORIENTATIONS: readonly string[] = ['square', 'horizontal', 'vertical'];
const STYLES: readonly string[] = ['realistic', 'pixar', 'cinematic', 'vintage', 'noir', 'cyberpunk'];

/** `Young Adult` and `young-adult` as `young_adult`. */
export const tokenOf = (value: string): string =>
  value
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** Whether a field says nothing. */
export const isUnspecified = (value: string | undefined): boolean =>
  value === undefined || ['', 'unspecified', 'none'].includes(tokenOf(value));

/**
 * Checks fields, their lengths and the values of those that have a list.
 *
 * @throws AvatarError `invalid-options`; the message names the field
 */
export function checkAttributes(attributes: BriefAttributes): void {
  for (const [field, value] of Object.entries(attributes) as [string, unknown][]) {
    if (!(FIELDS as readonly string[]).includes(field))
      throw wrong('attributes', `no other fields than ${FIELDS.join(', ')}`);
    if (value === undefined) continue;
    const most = field === 'appearance' ? MAX_APPEARANCE : MAX_FIELD;
    if (typeof value !== 'string' || value.length > most)
      throw wrong(field, `a text of at most ${most} characters`);
  }
  checkChoice('age', attributes.age, Object.keys(AGE_NAMES));
  checkChoice('gender', attributes.gender, Object.keys(GENDER_NAMES));
  checkChoice('pose', attributes.pose, Object.keys(POSE_NAMES));
  checkChoice('orientation', attributes.orientation, ORIENTATIONS);
  checkChoice('style', attributes.style, STYLES);
}

function checkChoice(field: string, value: string | undefined, allowed: readonly string[]): void {
  if (value === undefined || isUnspecified(value) || allowed.includes(tokenOf(value))) return;
  throw wrong(field, `one of ${allowed.join(', ')}, unspecified`);
}

const wrong = (field: string, expected: string): AvatarError =>
  new AvatarError('invalid-options', `Expected ${expected} for ${field}`, { facts: { option: field } });
