import { fakeModelHub } from '@avatar/testing';
import { expect, test } from 'vitest';
import { createAvatarGenerator } from '../avatar-generator.js';

const generator = createAvatarGenerator({ models: fakeModelHub({}) });

test('words become a file of glTF, a character, and what was understood of them', async () => {
  const result = await generator.draw('a bald man with a parrot, waving', { format: 'glb', seed: 7 });
  expect(result).toMatchObject({
    format: 'glb',
    look: 'toon3d',
    seed: 7,
    character: { hair: { style: 'bald' } },
  });
  expect(new TextDecoder().decode(result.bytes.subarray(0, 4))).toBe('glTF');
  expect(result.triangles).toBeGreaterThan(5000);
  expect(result.unsupported.map(({ words }) => words)).toEqual(expect.arrayContaining(['parrot']));
});

test('refuses what only pictures have, and words that are refused', async () => {
  await expect(generator.draw('a man', { format: 'glb', background: 'own' } as never)).rejects.toMatchObject({
    code: 'invalid-options',
  });
  await expect(generator.draw('a man', { format: 'glb', look: 'anime' } as never)).rejects.toMatchObject({
    code: 'invalid-options',
  });
  await expect(generator.draw('a naked man', { format: 'glb' })).rejects.toMatchObject({
    reason: 'content-policy',
  });
});
