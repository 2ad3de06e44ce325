// Writes packages/client/src/api.ts from the server's OpenAPI document. --check only says whether it is up to date.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { openApiDocument } from '../apps/server/src/api/openapi-document.js';

const target = fileURLToPath(new URL('../packages/client/src/api.ts', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'avatar-client-'));
try {
  const text = await generated(folder);
  if (process.argv.includes('--check')) {
    const isCurrent = (await readFile(target, 'utf8').catch(() => '')) === text;
    console.log(isCurrent ? 'up to date' : 'The API changed; run npm run build:client');
    process.exitCode = isCurrent ? 0 : 1;
  } else await writeFile(target, text);
} finally {
  await rm(folder, { recursive: true });
}

async function generated(at: string): Promise<string> {
  const document = join(at, 'openapi.json');
  await writeFile(document, JSON.stringify(await openApiDocument()));
  // The generator brings a TypeScript of its own, so it lies with the client and not here.
  const library = createRequire(new URL('../packages/client/package.json', import.meta.url));
  const command = join(dirname(library.resolve('openapi-typescript')), '..', 'bin', 'cli.js');
  const output = join(at, 'api.ts');
  execFileSync(process.execPath, [command, document, '--output', output, '--default-non-nullable', 'false'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const text = `/* eslint-disable max-lines, @typescript-eslint/no-redundant-type-constituents -- written by npm run build:client */\n${await readFile(output, 'utf8')}`;
  return format(text, { ...(await resolveConfig(target)), parser: 'typescript' });
}
