import { expect, test } from 'vitest';
import { fakeWorld } from './fake-world.test-support.js';

test.each([
  [['bogus'], "avatar: unknown command 'bogus'"],
  [[], 'avatar: name a command'],
  [['generate'], "missing required argument 'photo'"],
  [['generate', 'a.jpg', '--size', 'big'], 'It is not a number'],
  [['generate', 'a.jpg', '--seed', '1.5'], 'It is not a whole number'],
  [['generate', 'a.jpg', '--hd', '--size', '400'], 'cannot be used with'],
  [['generate', 'a.jpg', '--stile', 'x'], "unknown option '--stile'"],
  [['analyze'], "missing required argument 'photo'"],
  [['compare', 'a.jpg'], 'Give two photos'],
  [['compare', 'a.jpg', 'b.jpg', '--pairs', 'x.tsv'], 'Give two photos'],
  [['models'], 'avatar: name a command'],
])('wrong usage: %o', async (argv, message) => {
  await using world = await fakeWorld();
  const { code, stdout, stderr } = await world.run(...argv);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr.trimEnd()).not.toContain('\n');
  expect(stdout).toBe('');
});

test('with --json an error is one object on stdout', async () => {
  await using world = await fakeWorld();
  const usage = await world.run('generate', '--json');
  expect(usage).toMatchObject({ code: 2, stderr: '' });
  expect(JSON.parse(usage.stdout)).toMatchObject({ error: { code: 'invalid-options', reason: null } });
  const refused = await world.run('generate', 'noface.jpg', '--json');
  expect(refused).toMatchObject({ code: 3, stderr: '' });
  expect(JSON.parse(refused.stdout)).toEqual({
    error: { code: 'input-rejected', reason: 'no-face', message: 'No face was found.' },
  });
});

test.each([
  ['me.jpg', 0],
  ['noface.jpg', 3],
  ['offline.jpg', 4],
  ['broken.jpg', 1],
])('%s ends with exit code %d', async (photo, exitCode) => {
  await using world = await fakeWorld();
  const { code, stderr } = await world.run('generate', photo);
  expect(code).toBe(exitCode);
  expect(stderr).toMatch(exitCode === 0 ? /^$/ : /^avatar: .+\n$/);
});

test('an interrupted run says nothing and ends with 130', async () => {
  await using world = await fakeWorld({
    generate: () => {
      world.abort();
      return Promise.reject(new Error('aborted'));
    },
  });
  expect(await world.run('generate', 'me.jpg')).toEqual({ code: 130, stdout: '', stderr: '' });
});

test('help and version are no failures', async () => {
  await using world = await fakeWorld();
  const help = await world.run('--help');
  expect(help.code).toBe(0);
  for (const command of ['generate', 'analyze', 'compare', 'models', 'styles', 'platforms'])
    expect(help.stdout).toContain(command);
  expect((await world.run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('styles and platforms are listed for people and for programs', async () => {
  await using world = await fakeWorld();
  expect((await world.run('styles')).stdout).toContain('corporate_headshot');
  expect((await world.run('platforms')).stdout).toContain('linkedin');
  const { styles } = JSON.parse((await world.run('styles', '--json')).stdout);
  expect(styles[0]).toMatchObject({
    token: 'corporate_headshot',
    context: 'professional',
    min_likeness: { professional: 0.85 },
  });
  expect(JSON.parse((await world.run('platforms', '--json')).stdout)).toContainEqual({
    token: 'x',
    label: 'X',
    aliases: ['twitter'],
    default_size_px: 800,
    default_style: 'corporate_headshot',
    context: 'social',
    circular_crop: true,
  });
});
