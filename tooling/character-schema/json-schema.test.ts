import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { withFieldList } from './field-list.js';
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

test('so is the list of fields in docs/characters.md', async () => {
  const path = new URL('../../docs/characters.md', import.meta.url);
  const guide = readFileSync(path, 'utf8');
  const written = withFieldList(guide, characterJsonSchema());
  expect(await format(written, { ...(await resolveConfig(path)), parser: 'markdown' })).toBe(guide);
  expect(guide).toMatch(/`hair\.texture`.*`straight`, `wavy`, `curly`, `coily`/);
});
