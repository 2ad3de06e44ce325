import type { Brief } from '@avatar/generator';
import { z } from 'zod';
import { ownText } from '../v1/schemas/text.js';

const AGES = ['Young Adult', 'Early Middle Age', 'Late Middle Age', 'Senior', 'Unspecified'] as const;
const GENDERS = ['Woman', 'Man', 'Unspecified'] as const;
const ORIENTATIONS = ['square', 'horizontal', 'vertical'] as const;
const POSES = ['half_body', 'close_up', 'full_body'] as const;
const STYLES = ['Realistic', 'Pixar', 'Cinematic', 'Vintage', 'Noir', 'Cyberpunk', 'Unspecified'] as const;

export type Orientation = (typeof ORIENTATIONS)[number];
export type PoseName = (typeof POSES)[number];
export type StyleName = (typeof STYLES)[number];

const MAX_APPEARANCE = 1000;
const MAX_NAME = 200;

/** A person and their picture in the fields of HeyGen's and KonPro's requests. */
export const personShape = {
  name: ownText(MAX_NAME)
    .min(1)
    .describe(
      'Your own name for the person: with seats one seat each, and `DELETE /v1/people/{name}` erases them',
    ),
  age: z.enum(AGES),
  gender: z.enum(GENDERS).describe('How features and clothes are drawn where nothing else says so'),
  ethnicity: ownText(MAX_NAME).describe(
    'White, Black, Asian American, East Asian, South East Asian, South Asian, Middle Eastern, Pacific, Hispanic or ' +
      'Unspecified: a broad prior for skin and hair colour, which words in `appearance` override',
  ),
  orientation: z.enum(ORIENTATIONS),
  pose: z.enum(POSES),
  style: z.enum(STYLES),
  appearance: ownText(MAX_APPEARANCE).describe('What the person looks like, in plain English'),
} as const;

export type PersonAttributes = { readonly [Field in keyof typeof personShape]?: string | undefined };

/** The person, as words that a character is read from. What is of the picture is left to the caller. */
export function briefOf({ name, age, gender, ethnicity, pose, appearance }: PersonAttributes): Brief {
  const said = Object.entries({ name, age, gender, ethnicity, pose, appearance }).filter(
    ([, value]) => value !== undefined,
  );
  return { text: '', attributes: Object.fromEntries(said) };
}
