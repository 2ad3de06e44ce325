import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AvatarError, Warning } from '@avatar/stage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fourValues, multiplyingModel, multiplyingNetwork } from './multiplying-network.test-support.js';
import { onnxRuntime } from './onnx-runtime.js';

const bytes = multiplyingNetwork(2);
const entry = multiplyingModel('doubling');
const image = { data: Float32Array.of(1, 2, 3, 4), dims: [1, 4] };
const doubled = { data: Float32Array.of(2, 4, 6, 8), dims: [1, 4] };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'avatar-onnx-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const failureOf = (work: Promise<unknown>): Promise<AvatarError> =>
  work.then(
    () => expect.unreachable('expected an error'),
    (error: unknown) => error as AvatarError,
  );

describe('onnxRuntime', () => {
  it('runs a file, or the bytes of one', async () => {
    const file = join(folder, 'doubling.onnx');
    await writeFile(file, bytes);
    for (const weights of [file, bytes]) {
      const inference = await onnxRuntime().open(weights, entry);
      expect(await inference.run({ image })).toEqual({ result: doubled });
      await inference.release();
    }
  });

  it('refuses to load in a process that the library would end', { timeout: 120_000 }, async () => {
    const program = `
      import { onnxRuntime } from ${JSON.stringify(new URL('./onnx-runtime.ts', import.meta.url).href)};
      await onnxRuntime().open(new Uint8Array(), { id: 'any' }).catch((error) => console.log(error.code, error.reason));`;
    const file = join(folder, 'load.mts');
    await writeFile(file, program);
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['--import', 'tsx', file, 'a'.repeat(30_000)]);
    expect(stdout).toBe('model-unavailable long-command-line\n');
  });

  it('speaks the names of the entry where the file has others', async () => {
    const renamed = multiplyingModel('renamed', {
      inputs: [{ ...fourValues('photo'), graphName: 'image' }],
      outputs: [{ ...fourValues('avatar'), graphName: 'result' }],
    });
    const inference = await onnxRuntime().open(bytes, renamed);
    expect(await inference.run({ photo: image })).toEqual({ avatar: doubled });
    await inference.release();
  });

  it('takes values that lie in shared memory', async () => {
    const inference = await onnxRuntime().open(bytes, entry);
    const data = new Float32Array(new SharedArrayBuffer(16));
    data.set(image.data);
    expect(await inference.run({ image: { data, dims: [1, 4] } })).toEqual({ result: doubled });
    await inference.release();
  });

  it('wraps what the library reports, without data', async () => {
    const inference = await onnxRuntime().open(bytes, entry);
    const integers = { data: Int32Array.of(1, 2, 3, 4), dims: [1, 4] };
    const error = await failureOf(inference.run({ image: integers }));
    expect(error).toMatchObject({ code: 'inference-failed', facts: { model: 'doubling' } });
    expect(error.cause).toBeInstanceOf(Error);
    await inference.release();
  });

  it('uses the next execution provider and says so once', async () => {
    const warnings: Warning[] = [];
    const runtime = onnxRuntime({
      executionProviders: ['dml', 'cpu'],
      onWarning: (warning) => warnings.push(warning),
    });
    for (const weights of [bytes, multiplyingNetwork(3)])
      await (await runtime.open(weights, entry)).release();
    expect(warnings).toEqual([expect.objectContaining({ code: 'provider-unavailable' })]);
  });

  it('fails where no provider can load the model', async () => {
    const error = await failureOf(onnxRuntime().open(Buffer.from('no network at all'), entry));
    expect(error).toMatchObject({ code: 'model-unavailable', reason: 'no-provider' });
  });

  it('names what is in a file whose names were declared wrong', async () => {
    const error = await failureOf(
      onnxRuntime().open(bytes, multiplyingModel('wrong', { outputs: [fourValues('picture')] })),
    );
    expect(error).toMatchObject({ code: 'model-unavailable', reason: 'wrong-names' });
    expect(error.message).toContain('inputs image; outputs result');
  });

  it('refuses execution providers that it does not know', () => {
    expect(() => onnxRuntime({ executionProviders: ['gpu' as 'cuda'] })).toThrow(/one of cpu, cuda/);
  });
});
