import { expect, test } from 'vitest';
import { workThrough } from './work-through.js';

const turn = () => new Promise((done) => setImmediate(done));

test.each([1, 3, 20])('%d at a time take every item once', async (jobs) => {
  const items = Array.from({ length: 10 }, (_, i) => i);
  const taken: number[] = [];
  let running = 0;
  let most = 0;
  await workThrough(items, jobs, async (item) => {
    most = Math.max(most, ++running);
    await turn();
    taken.push(item);
    running--;
  });
  expect(taken.toSorted((a, b) => a - b)).toEqual(items);
  expect(most).toBe(Math.min(jobs, 10));
});

test('a failure begins nothing new, and waits for what is under way', async () => {
  const ended: number[] = [];
  const failure = new Error('no space');
  const work = async (item: number) => {
    if (item === 1) throw failure;
    await turn();
    ended.push(item);
  };
  await expect(workThrough([0, 1, 2, 3], 2, work)).rejects.toBe(failure);
  expect(ended).toEqual([0]);
});
