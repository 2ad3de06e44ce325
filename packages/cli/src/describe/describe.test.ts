import { expect, test } from 'vitest';
import { fakeWorld } from '../fake-world.test-support.js';

test('prints what was understood and what was not', async () => {
  await using world = await fakeWorld();
  const { code, stdout } = await world.run(
    'describe',
    'a woman with a bob, no glasses and a parrot',
    '--json',
  );
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    spec: { presentation: 0.85, hair: { style: 'bob' }, glasses: { style: 'none' } },
    understood: expect.arrayContaining([
      expect.objectContaining({ words: 'bob', path: 'hair.style', value: 'bob', start: 15, end: 18 }),
    ]),
    unsupported: [{ words: 'parrot', reason: 'not-drawn' }],
  });
});

test('fields are flags, and the text goes first', async () => {
  await using world = await fakeWorld();
  const flags = ['--age', 'Senior', '--gender', 'Man', '--pose', 'close_up', '--json'];
  const { stdout } = await world.run('describe', 'a young woman', ...flags);
  expect(JSON.parse(stdout).spec).toEqual({
    age: 'young_adult',
    presentation: 0.85,
    pose: { framing: 'close_up' },
  });
});

test('for people: a line a field, then what is not drawn', async () => {
  await using world = await fakeWorld();
  const { stdout } = await world.run('describe', 'red hat, tattoo');
  expect(stdout).toBe(
    'understood\n  headwear.style  fedora   “hat”\n  headwear.hex    #c8372f  “red”\nnot drawn\n  “tattoo”  not-drawn\n',
  );
  expect((await world.run('describe', 'hello')).stdout).toBe('Nothing about a person was understood.\n');
});

test('refused words end with 3 and a reason', async () => {
  await using world = await fakeWorld();
  expect(await world.run('describe', 'a naked man')).toEqual({
    code: 3,
    stdout: '',
    stderr: 'avatar: We draw people dressed. Please describe what the person wears.\n',
  });
  const { code, stdout } = await world.run('describe', 'a naked man', '--json');
  expect(code).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({ refused: { reason: 'content-policy', category: 'undressing' } });
  expect(stdout).not.toContain('naked');
});

test('wrong fields and long texts are wrong usage', async () => {
  await using world = await fakeWorld();
  expect(await world.run('describe', 'a man', '--age', 'Baby')).toMatchObject({ code: 2 });
  expect(await world.run('describe', 'a'.repeat(2001))).toMatchObject({ code: 2 });
});
