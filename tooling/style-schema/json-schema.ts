import { z } from 'zod';
import { STYLE_SCHEMA_ID, styleFileSchema } from '../../packages/styles/src/schema/style-schema.js';
import { describeFields, type SchemaNode } from './field-notes.js';

/** The JSON Schema (draft 2020-12) of a style file, with the notes of `packages/styles/src/style.ts` as descriptions. */
export function styleJsonSchema(): SchemaNode {
  const schema = z.toJSONSchema(styleFileSchema, { target: 'draft-2020-12' }) as SchemaNode;
  return describeFields(
    { $id: STYLE_SCHEMA_ID, title: 'Style of @avatar', ...schema },
    { file: 'packages/styles/src/style.ts', name: 'Style' },
  );
}
