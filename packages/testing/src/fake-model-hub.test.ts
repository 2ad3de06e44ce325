import type { ModelEntry } from '@avatar/models';
import { expect, test } from 'vitest';
import { fakeModelHub } from './fake-model-hub.js';

const doubled = fakeModelHub({
  double: ({ x }) => ({ y: { data: x.data.slice(), dims: x.dims } }),
  broken: () => ({ y: { data: new Float32Array(3), dims: [1, 2] } }),
});
const pair = { x: { data: new Float32Array([1, 2]), dims: [1, 2] } };

test('runs its functions and keeps the calls', async () => {
  const model = await doubled.load('double');
  expect((await model.run(pair)).y.dims).toEqual([1, 2]);
  expect(doubled.calls).toEqual([{ model: 'double', feeds: pair }]);
  expect(doubled.used().map((entry) => entry.id)).toEqual(['double']);
});

test('refuses tensors whose values and sides disagree, in and out', async () => {
  const broken = await doubled.load('broken');
  await expect(broken.run(pair)).rejects.toMatchObject({
    code: 'inference-failed',
    message: 'Fake model broken has "y" [1, 2] with 3 values instead of 2',
  });
  const double = await doubled.load('double');
  await expect(double.run({ x: { ...pair.x, dims: [3] } })).rejects.toThrow('with 2 values instead of 3');
});

test('refuses a model that it does not have', async () => {
  await expect(doubled.load('triple')).rejects.toMatchObject({
    code: 'model-unavailable',
    message: 'This fake hub has no model "triple"; it has double, broken',
  });
});

test('heeds an aborted signal before the model runs', async () => {
  const reason = new Error('stop');
  const signal = AbortSignal.abort(reason);
  await expect(doubled.load('double', { signal })).rejects.toBe(reason);
  const before = doubled.calls.length;
  const model = await doubled.load('double');
  await expect(model.run(pair, { signal })).rejects.toBe(reason);
  expect(doubled.calls).toHaveLength(before);
});

test('checks inputs against the contract of the entry', async () => {
  const inputs: ModelEntry['inputs'] = [{ name: 'data', shape: ['batch', 3], type: 'float32', note: '' }];
  const hub = fakeModelHub({ sized: () => ({}) }, { entries: { sized: { inputs } } });
  const model = await hub.load('sized');
  await expect(model.run({ data: { data: new Float32Array(4), dims: [1, 4] } })).rejects.toThrow(
    'Fake model sized expects "data" [batch, 3], received [1, 4]',
  );
  await expect(model.run({})).rejects.toThrow('received [nothing]');
  await expect(model.run({ data: { data: new Float32Array(6), dims: [2, 3] } })).resolves.toEqual({});
});

test('has the real entry of a catalogue model', () => {
  const entry = fakeModelHub({}).entry('sface');
  expect(entry.id).toBe('sface');
  expect(entry.inputs.length).toBeGreaterThan(0);
});

test('can be disposed', async () => {
  await using hub = fakeModelHub({});
  await hub.warmUp([]);
});
