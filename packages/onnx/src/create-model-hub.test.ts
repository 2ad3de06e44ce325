import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createModelHub } from './create-model-hub.js';
import { fourValues, multiplyingNetwork } from './multiplying-network.test-support.js';
import type { OnnxHubOptions } from './options.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'avatar-hub-'));
  file = join(folder, 'doubling.onnx');
  await writeFile(file, multiplyingNetwork(2));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What a fresh process has loaded after it ran `lines`, as `onnxruntime,converter`. */
async function loadedAfter(lines: string): Promise<string> {
  const script = join(folder, 'script.mts');
  const index = JSON.stringify(new URL('./index.ts', import.meta.url).href);
  await writeFile(
    script,
    `import { createRequire } from 'node:module';
import { createModelHub } from ${index};
${lines}
const loaded = process.report.getReport().sharedObjects.some((path) => path.includes('onnxruntime'));
const converter = Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes('protobufjs'));
console.log([loaded, converter].join());`,
  );
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const options = { cwd: root };
  const args = ['--import', 'tsx', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return stdout.trim();
}

describe('createModelHub', () => {
  it('runs a model on ONNX Runtime', async () => {
    await using hub = createModelHub({ offline: true });
    const model = await hub.loadLocal({
      id: 'acme:model',
      file,
      licence: 'MIT',
      inputs: [fourValues('image')],
      outputs: [fourValues('result')],
    });
    const image = { data: Float32Array.of(1, 2, 3, 4), dims: [1, 4] };
    expect((await model.run({ image })).result.data).toEqual(Float32Array.of(2, 4, 6, 8));
  });

  it('loads neither the runtime nor the converter before a model is asked for', async () => {
    expect(await loadedAfter('createModelHub();')).toBe('false,false');
  });

  it('does not load the converter for a model that is there', async () => {
    const contract = (name: string) => JSON.stringify([fourValues(name)]);
    const load = `await createModelHub().loadLocal({ id: 'acme:model', file: ${JSON.stringify(file)}, licence: 'MIT', inputs: ${contract('image')}, outputs: ${contract('result')} });`;
    expect(await loadedAfter(load)).toBe('true,false');
  });

  it('refuses options that it does not know', () => {
    expect(() => createModelHub({ executionProviders: ['gpu' as 'cuda'] })).toThrow(/one of cpu, cuda/);
    expect(() => createModelHub({ offlin: true } as OnnxHubOptions)).toThrow(/Unknown option "offlin"/);
  });
});
