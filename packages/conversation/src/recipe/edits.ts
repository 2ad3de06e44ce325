import {
  applyEdits as applyCharacterEdits,
  CHARACTER_PATHS,
  characterSchema,
  EXPRESSIONS,
  FRAMINGS,
  GESTURES,
  MAX_SEED,
  type CharacterEdit,
  type CharacterSpec,
} from '@avatar/character';
import { AvatarError } from '@avatar/stage';
import { backgroundByToken, paletteByToken, platformByToken, styleByToken } from '@avatar/styles';
import { z } from 'zod';
import { LIGHTS, LOOKS, MODES, SUBJECTS, type Recipe } from './recipe.js';

const values = (list: readonly { readonly value: string }[]) => z.enum(list.map(({ value }) => value));

/** Whether a look-up finds it, for tokens that are lists elsewhere. */
const known = (lookUp: (token: string) => unknown) =>
  z
    .string()
    .max(60)
    .refine((token) => {
      try {
        lookUp(token);
        return true;
      } catch {
        return false;
      }
    }, 'is not known');
const HEXES = /^#[0-9a-f]{3}(?:[0-9a-f]{3})?(?:,#[0-9a-f]{3}(?:[0-9a-f]{3})?)?$/i;

const RECIPE_VALUES = {
  subject: z.enum(SUBJECTS),
  style: known(styleByToken),
  look: z.enum(LOOKS),
  background: known(backgroundByToken).refine((token) => token !== 'image', 'is not known'),
  palette: known((token) => HEXES.test(token) || paletteByToken(token)),
  light: z.enum(LIGHTS),
  expression: values(EXPRESSIONS),
  'pose.yaw': z.number().min(-45).max(45),
  'pose.gesture': values(GESTURES),
  'pose.framing': values(FRAMINGS),
  platform: known(platformByToken),
  intensity: z.number().gt(0).max(1),
  mode: z.enum(MODES),
  seed: z.int().min(0).max(MAX_SEED),
} as const;

/** A key of the recipe that an edit may set. */
export type RecipePath = keyof typeof RECIPE_VALUES;
export const RECIPE_PATHS = Object.keys(RECIPE_VALUES) as readonly RecipePath[];

/** One change: of the recipe, of a field of the character, or another person altogether. */
export type Edit =
  /** null: back to what the rest of the recipe says. */
  | { readonly set: RecipePath; readonly to: string | number | null }
  | { readonly character: CharacterEdit }
  | { readonly person: CharacterSpec };

const characterEdit = z.union([
  z.strictObject({
    op: z.literal('set'),
    path: z.enum(CHARACTER_PATHS as [string, ...string[]]),
    value: z.unknown(),
  }),
  z.strictObject({
    op: z.enum(['add', 'remove']),
    path: z.enum(['accessories', 'effects']),
    value: z.string(),
  }),
  z.strictObject({ op: z.literal('unset'), path: z.enum(CHARACTER_PATHS as [string, ...string[]]) }),
]);
const recipeEdit = z
  .strictObject({
    set: z.enum(RECIPE_PATHS as [RecipePath, ...RecipePath[]]),
    to: z.union([z.string(), z.number(), z.null()]),
  })
  .refine(
    ({ set, to }) => to === null || RECIPE_VALUES[set].safeParse(to).success,
    'is no value of that key',
  );

/** Edits of whatever origin, such as a language model of the operator's: at most 60. */
export const editsSchema = z
  .array(
    z.union([
      recipeEdit,
      z.strictObject({ character: characterEdit }),
      z.strictObject({ person: characterSchema }),
    ]),
  )
  .max(60);

/** @throws AvatarError `invalid-options` for what is no list of edits, or sets a key to what it cannot be */
export function checkEdits(value: unknown): readonly Edit[] {
  const parsed = editsSchema.safeParse(value);
  if (!parsed.success)
    throw new AvatarError('invalid-options', 'Expected a list of edits of a recipe', { reason: 'not-edits' });
  const edits = parsed.data as readonly Edit[];
  // What a path of a character takes is known there.
  applyCharacterEdits(
    {},
    edits.flatMap((edit) => ('character' in edit ? [edit.character] : [])),
  );
  return edits;
}

/** A recipe with one key set, or taken out. */
export function withKey(recipe: Recipe, path: RecipePath, to: string | number | null): Recipe {
  const [key, inner] = path.split('.') as [keyof Recipe, string | undefined];
  if (inner !== undefined) {
    const pose = without({ ...recipe.pose, ...(to !== null && { [inner]: to }) }, to === null ? inner : '');
    return Object.keys(pose).length > 0
      ? { ...recipe, pose }
      : (without(recipe, 'pose') as unknown as Recipe);
  }
  if (to !== null) return { ...recipe, [key]: to };
  return without(recipe, key) as unknown as Recipe;
}

function without(values: object, name: string): Readonly<Record<string, unknown>> {
  const { [name]: _left, ...rest } = values as Record<string, unknown>;
  return rest;
}
