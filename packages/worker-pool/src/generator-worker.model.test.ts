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
