import type { Inference, InferenceBackend, WeightsFormat, WeightsOfFormat } from '@avatar/models';
import { AvatarError } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { modelOfTests } from './model-of-tests.js';

/** What the suite runs a backend on. */
export interface InferenceBackendSample<Format extends WeightsFormat> {
  readonly backend: InferenceBackend<Format>;
  /** A network that multiplies the four values of its input `image` [1, 4] by a number and calls them `result`. */
  readonly multiplying: (factor: number) => WeightsOfFormat[Format];
  /** What is no network at all. */
  readonly broken: WeightsOfFormat[Format];
}

const fourValues = (name: string, graphName = name) =>
  ({ name, graphName, shape: [1, 4], type: 'float32', note: 'four values' }) as const;
const contracts = { inputs: [fourValues('image')], outputs: [fourValues('result')] };
const entry = modelOfTests('multiplying', contracts);
const image = { data: Float32Array.of(1, 2, 3, 4), dims: [1, 4] };

/**
 * The contract that every `InferenceBackend` keeps, as a vitest suite: names of the entry, shapes, values that are the
 * caller's own, several models side by side, and typed errors. Call it at the top level of a test file.
 *
 * @param start called once, before the first test
 */
export function describeInferenceBackend<Format extends WeightsFormat>(
  name: string,
  start: () => Promise<InferenceBackendSample<Format>>,
): void {
  describe(`contract of the inference backend ${name}`, () => {
    let sample: Promise<InferenceBackendSample<Format>> | undefined;
    const given = () => (sample ??= start());

    const withModel = async (factor: number, work: (model: Inference) => Promise<void>, of = entry) => {
      const { backend, multiplying } = await given();
      const model = await backend.open(multiplying(factor), of);
      await work(model).finally(() => model.release());
    };

    test('gives the outputs by the names of the entry, with sides and values', async () => {
      await withModel(2, async (model) => {
        const outputs = await model.run({ image });
        expect(Object.keys(outputs)).toEqual(['result']);
        expect(outputs['result'].dims).toEqual([1, 4]);
        expect(outputs['result'].data).toEqual(Float32Array.of(2, 4, 6, 8));
      });
    });

    test('speaks the names of the entry where the file has others', async () => {
      const renamed = modelOfTests('renamed', {
        inputs: [fourValues('photo', 'image')],
        outputs: [fourValues('avatar', 'result')],
      });
      const run = async (model: Inference) => {
        const outputs = await model.run({ photo: image });
        expect(outputs['avatar'].data).toEqual(Float32Array.of(2, 4, 6, 8));
      };
      await withModel(2, run, renamed);
    });

    test('gives the same values again, in memory of their own', async () => {
      await withModel(3, async (model) => {
        const first = await model.run({ image });
        const kept = first['result'].data.slice();
        (first['result'].data as Float32Array).fill(-1);
        expect((await model.run({ image }))['result'].data).toEqual(kept);
        expect(image.data).toEqual(Float32Array.of(1, 2, 3, 4));
      });
    });

    test('runs what is asked for side by side', async () => {
      await withModel(2, async (twice) => {
        await withModel(5, async (fivefold) => {
          const runs = [twice, fivefold, twice].map((model) => model.run({ image }));
          const last = (await Promise.all(runs)).map(({ result }) => result.data[3]);
          expect(last).toEqual([8, 20, 8]);
        });
      });
    });

    test('takes values that lie in shared memory', async () => {
      const data = new Float32Array(new SharedArrayBuffer(16));
      data.set(image.data);
      await withModel(2, async (model) => {
        const { result } = await model.run({ image: { data, dims: [1, 4] } });
        expect(result.data).toEqual(Float32Array.of(2, 4, 6, 8));
      });
    });

    test('fails with inference-failed, the model and the cause, and runs again after it', async () => {
      await withModel(2, async (model) => {
        const data = new BigInt64Array(4);
        const error = await failureOf(model.run({ image: { data, dims: [1, 4] } }));
        expect(error).toMatchObject({ code: 'inference-failed', facts: { model: 'multiplying' } });
        expect(error.cause).toBeInstanceOf(Error);
        expect((await model.run({ image }))['result'].data[0]).toBe(2);
      });
    });

    test('refuses what is no network, and names that are not in it', async () => {
      const { backend, broken, multiplying } = await given();
      expect(await failureOf(backend.open(broken, entry))).toMatchObject({ code: 'model-unavailable' });
      const wrong = modelOfTests('wrong', { ...contracts, outputs: [fourValues('picture')] });
      const error = await failureOf(backend.open(multiplying(2), wrong));
      expect(error).toMatchObject({ code: 'model-unavailable', reason: 'wrong-names' });
      expect(error.message).toContain('inputs image; outputs result');
    });
  });
}

const failureOf = (work: Promise<unknown>): Promise<AvatarError> =>
  work.then(
    () => expect.unreachable('expected an error'),
    (error: unknown) => {
      expect(AvatarError.is(error)).toBe(true);
      return error as AvatarError;
    },
  );
