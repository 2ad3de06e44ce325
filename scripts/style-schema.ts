/** Writes the JSON Schema of style files anew from the schema in code. Run: `npm run build:style-schema` */
import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { styleJsonSchema } from '../tooling/style-schema/json-schema.js';

const path = 'packages/styles/schema/style.schema.json';
const json = JSON.stringify(styleJsonSchema());
await writeFile(path, await format(json, { ...(await resolveConfig(path)), parser: 'json' }));
console.log(path);
