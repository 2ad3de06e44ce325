/**
 * Writes the JSON Schema of characters, and the list of their fields, anew from the schema in code. Run: `npm run
 * build:character-schema`
 */
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { withFieldList } from '../tooling/character-schema/field-list.js';
import { characterJsonSchema } from '../tooling/character-schema/json-schema.js';

const schema = characterJsonSchema();
await write('packages/character/schema/character.schema.json', JSON.stringify(schema), 'json');
const guide = 'docs/characters.md';
await write(guide, withFieldList(await readFile(guide, 'utf8'), schema), 'markdown');

async function write(path: string, text: string, parser: string): Promise<void> {
  await writeFile(path, await format(text, { ...(await resolveConfig(path)), parser }));
  console.log(path);
}
