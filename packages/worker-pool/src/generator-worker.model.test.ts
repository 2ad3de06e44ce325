import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createWorkerPool } from './worker-pool.js';

const photo = await readFile(new URL('../../../examples/photos/grace-hopper.jpg', import.meta.url));

test('makes an avatar in a child, with its own gate for every call', async () => {
  await using pool = createWorkerPool({ workers: 1 });
  const stages = new Set<string>();
  const avatar = await pool.generate(
    photo,
    { platform: 'linkedin', mode: 'eco' },
    { onEvent: (event) => 'stage' in event && stages.add(event.stage) },
  );
  expect(avatar).toMatchObject({ width: 800, platform: 'linkedin', faceCount: 1 });
  expect(Buffer.from(avatar.bytes.subarray(1, 4)).toString()).toBe('PNG');
  expect([...stages]).toContain('style-apply');

  const strict = pool.generate(photo, {}, {}).then(() => undefined);
  const refused = pool.generate(photo, { input: { minCoverage: 0.99, coveragePolicy: 'reject' } });
  await expect(refused).rejects.toMatchObject({ code: 'input-rejected', reason: 'face-too-small' });
  await strict;
  expect(await pool.validate(photo)).toMatchObject({ faceCount: 1, refusal: undefined });
  expect(pool.stats()).toMatchObject({ restarts: 0, warm: 1 });
});

test('draws a person in a child that has no models', async () => {
  await using pool = createWorkerPool({ workers: 1, models: { directory: '/nowhere', offline: true } });
  const stages = new Set<string>();
  const drawn = await pool.draw(
    'a man with a grey beard and a parrot',
    { look: 'flat', sizePx: 64, seed: 5 },
    { onEvent: (event) => 'stage' in event && stages.add(event.stage) },
  );
  expect(drawn).toMatchObject({
    character: { seed: 5 },
    unsupported: [{ words: 'parrot' }],
    models: [],
    width: 64,
  });
  expect([...stages]).toContain('character-draw');
  const { bytes } = await pool.draw(drawn.character, { look: 'flat', sizePx: 64 });
  expect(bytes).toEqual(drawn.bytes);
  await expect(pool.draw('a naked man')).rejects.toMatchObject({ reason: 'content-policy' });
});

test('measures pictures one by one, and makes a style of what was measured', async () => {
  await using pool = createWorkerPool({ workers: 1 });
  const measured = [await pool.measureExample(new Uint8Array([1, 2, 3])), await pool.measureExample(photo)];
  expect(measured).toEqual([{ unusable: 'not-an-image' }, { figures: expect.any(Uint8Array) }]);
  const examples = [...measured, ...Array.from({ length: 7 }, () => measured[1])];
  const { style, report } = await pool.fitStyle(examples, { token: 'mine', minExamples: 8 });
  expect(style).toMatchObject({ token: 'mine', rendering: { kind: 'photo' } });
  expect(report).toMatchObject({ used: 8, leftOut: [{ index: 0, reason: 'not-an-image' }] });
  await expect(pool.fitStyle(measured, { token: 'mine', minExamples: 8 })).rejects.toMatchObject({
    reason: 'too-few-examples',
  });
});
