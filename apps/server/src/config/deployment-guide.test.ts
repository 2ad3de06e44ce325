import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { environmentSchema } from './environment.js';

it('the deployment guide has every variable, and no other', async () => {
  const guide = await readFile(new URL('../../../../docs/deployment.md', import.meta.url), 'utf8');
  const table = guide.slice(guide.indexOf('## Configuration'), guide.indexOf('## What is stored'));
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const documented = rows.flatMap((row) =>
    [...row.split('|')[1].matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(documented.sort()).toEqual(Object.keys(environmentSchema.shape).sort());
});
