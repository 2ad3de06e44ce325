import { z } from 'zod';
import { BACKGROUNDS, type BackgroundEntry } from '../backgrounds.js';
import { PALETTES } from '../palettes.js';
import type { RenderingKind } from '../kinds/rendering.js';
import { RECIPES } from '../kinds/recipes.js';
import { PLATFORMS } from '../platforms.js';
import { STYLE_VERSION } from '../style.js';
import { choice, knownToken, number, object, pattern, share, text } from './fields.js';

const tokenOr = (entries: readonly { readonly token: string }[], form: RegExp, formName: string) => {
  const error = `one of ${entries.map(({ token }) => token).join(', ')}, or ${formName}`;
  return z.union([knownToken(entries), pattern(form, 15, error)], { error });
};
/** A style cannot bring the picture that an `image` background needs. */
const NAMEABLE_BACKGROUNDS = (BACKGROUNDS as readonly BackgroundEntry[]).filter(
  ({ kind }) => kind !== 'image',
);
const COLOUR = '#(?:[0-9a-fA-F]{3}){1,2}';

const common = {
  version: z
    .literal(STYLE_VERSION, { error: `${STYLE_VERSION}, the only version that is known here` })
    .exactOptional(),
  token: pattern(/^[a-z0-9]+(?:_[a-z0-9]+)*$/, 64, 'lower-case words with underscores between'),
  label: text(80),
  description: text(300),
  licence: pattern(/^[\w.+-]+(?: (?:AND|OR|WITH) [\w.+-]+)*$/, 200, 'an SPDX identifier or expression'),
  creator: text(200),
  platforms: z.array(knownToken(PLATFORMS), { error: 'a list of platforms' }),
  context: choice('professional', 'social', 'gaming'),
  framing: object({
    headHeight: number(0.3, 0.9),
    eyeLine: number(0.2, 0.6),
    minHeadroom: number(0, 0.2),
  }),
  background: object({
    token: tokenOr(NAMEABLE_BACKGROUNDS, new RegExp(`^${COLOUR}$`), '#rrggbb'),
    palette: tokenOr(PALETTES, new RegExp(`^${COLOUR}(?:,${COLOUR})?$`), '#rrggbb, or #rrggbb,#rrggbb'),
  }),
  minLikeness: object({ professional: share(), social: share(), gaming: share() }),
  models: z
    .array(pattern(/^[a-z0-9][a-z0-9-]*$/, 64, 'the id of a model'), { error: 'a list of model ids' })
    .max(16, { error: 'at most 16 model ids' })
    .exactOptional(),
};

const kind = (...kinds: readonly string[]) => ({
  error: (issue: { readonly code: string }) =>
    issue.code === 'invalid_union' ? `one of ${kinds.join(', ')}` : 'an object with a kind',
});

type Recipes = typeof RECIPES;
type InCode = Recipes[RenderingKind]['schema'];
type InFile = NonNullable<Recipes[RenderingKind]['fileSchema']>;
const kinds = Object.entries(RECIPES);
const kindsOfFiles = kinds.filter(([, { fileSchema }]) => fileSchema !== undefined);

/** A style in code. */
export const styleSchema = object({
  ...common,
  rendering: z.discriminatedUnion(
    'kind',
    kinds.map(([, { schema }]) => schema) as [InCode],
    kind(...kinds.map(([name]) => name)),
  ),
});

/** The address that the published JSON Schema has as its `$id`. It is a name: nothing is fetched from it. */
export const STYLE_SCHEMA_ID =
  'https://github.com/avatar-toolkit/avatar/packages/styles/schema/style.schema.json';
const SCHEMA_REFERENCE = new RegExp(
  `^(?:${STYLE_SCHEMA_ID.replaceAll('.', '\\.')}|(?:\\.{1,2}/|[\\w@-]+/)*style\\.schema\\.json)$`,
);

/** A style in a file: data only. */
export const styleFileSchema = object({
  $schema: pattern(SCHEMA_REFERENCE, 200, 'the path of style.schema.json, or its $id').exactOptional(),
  ...common,
  rendering: z.discriminatedUnion(
    'kind',
    kindsOfFiles.map(([, { fileSchema }]) => fileSchema) as [InFile],
    kind(...kindsOfFiles.map(([name]) => name)),
  ),
});
