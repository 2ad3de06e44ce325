import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STYLES } from '../../packages/styles/src/index.js';
import { styleFileSchema } from '../../packages/styles/src/schema/style-schema.js';
import { styleJsonSchema } from './json-schema.js';

const published: unknown = JSON.parse(
  readFileSync(new URL('../../packages/styles/schema/style.schema.json', import.meta.url), 'utf8'),
);

test('the published schema is that of the code; if not, run npm run build:style-schema', () => {
  expect(published).toEqual(styleJsonSchema());
});

test('fields carry the notes of the code, and unknown ones are refused everywhere', () => {
  expect(published).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    additionalProperties: false,
    properties: {
      licence: { description: expect.stringContaining('SPDX') },
      framing: { additionalProperties: false, properties: { eyeLine: { description: expect.any(String) } } },
    },
  });
  let objects = 0;
  JSON.stringify(published, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'properties' in value && 'type' in value) {
      objects++;
      expect(value).toHaveProperty('additionalProperties', false);
    }
    return value;
  });
  expect(objects).toBeGreaterThan(20);
});

test('every style of the toolkit could be a style file', () => {
  for (const style of STYLES) expect(styleFileSchema.safeParse(style).error).toBeUndefined();
});
