import type { PhotoAvatarResult } from '@avatar/generator';
import { AvatarError } from '@avatar/stage';
import { expect, test } from 'vitest';
import type { NewObject } from '../storage/index.js';
import { fittedStyle } from '../testing/fake-style.test-support.js';
import type { Portrait } from './portraits.js';
import { savedPreviews } from './previews.js';

const made = fittedStyle({
  examples: Array.from({ length: 8 }, () => ({ figures: new TextEncoder().encode('mixed') })),
  options: { token: 'sty_1', label: 'Ours', minExamples: 8 },
});
async function* subjects(): AsyncGenerator<Portrait, void, undefined> {
  for (const subject of ['grace-hopper', 'astronaut'] as const) yield { subject, photo: new Uint8Array() };
}

/** A store in memory, and a worker of which the n-th picture fails. */
function world(failures: Readonly<Record<number, Error>> = {}) {
  const kept = new Map<string, NewObject>();
  let drawn = 0;
  return {
    kept,
    archive: {
      save: async (object: NewObject) => {
        const key = `prv_${kept.size}`;
        kept.set(key, object);
        return key;
      },
      remove: async (_account: string, key: string) => kept.delete(key),
    },
    drawing: {
      accountId: 'acc_1',
      token: 'sty_1',
      generate: async () => {
        const failure = failures[drawn++];
        if (failure !== undefined) throw failure;
        return { bytes: new Uint8Array([1]), likenessScore: 0.8 } as unknown as PhotoAvatarResult;
      },
    },
  };
}

test('everybody is shown in the style, and the first of them in each variant', async () => {
  const { drawing, archive, kept } = world();
  const previews = await savedPreviews(drawing, archive, made, subjects());
  expect(previews.map(({ style, subject }) => [style, subject])).toEqual([
    ['sty_1', 'grace-hopper'],
    ['sty_1_1', 'grace-hopper'],
    ['sty_1', 'astronaut'],
  ]);
  expect([...kept.values()]).toMatchObject([
    { kind: 'preview', expiresAt: null, generationId: 'sty_1' },
    {},
    {},
  ]);
});

test('who cannot be drawn is left out', async () => {
  const { drawing, archive } = world({ 0: AvatarError.rejected('no-face', 'There is no face.') });
  expect(await savedPreviews(drawing, archive, made, subjects())).toHaveLength(2);
});

test('when it fails, nothing of it is kept', async () => {
  const { drawing, archive, kept } = world({ 2: new AvatarError('inference-failed', 'broken') });
  await expect(savedPreviews(drawing, archive, made, subjects())).rejects.toThrow('broken');
  expect([...kept.keys()]).toEqual([]);
});
