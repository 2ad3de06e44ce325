/** Writes the JSON Schema of characters anew from the schema in code. Run: `npm run build:character-schema` */
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { characterJsonSchema } from '../tooling/character-schema/json-schema.js';

const path = 'packages/character/schema/character.schema.json';
const json = JSON.stringify(characterJsonSchema());
await writeFile(path, await format(json, { ...(await resolveConfig(path)), parser: 'json' }));
console.log(path);
