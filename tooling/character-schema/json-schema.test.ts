import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { characterJsonSchema } from './json-schema.js';

const published: unknown = JSON.parse(
  readFileSync(new URL('../../packages/character/schema/character.schema.json', import.meta.url), 'utf8'),
);

test('the published schema is that of the code; if not, run npm run build:character-schema', () => {
  expect(published).toEqual(characterJsonSchema());
});

test('fields carry the notes of the code, their ranges and their values', () => {
  expect(published).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    additionalProperties: false,
    properties: {
      skin: { additionalProperties: false, properties: { hex: { pattern: '^#[0-9a-fA-F]{6}$' } } },
      pose: {
        properties: { yaw: { minimum: -45, maximum: 45, description: expect.stringContaining('degrees') } },
      },
      accessories: { items: { enum: expect.arrayContaining(['freckles']) }, maxItems: 8 },
    },
  });
});
