import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { corporateHeadshot, STYLES } from '@avatar/styles';
import { describe, expect, test } from 'vitest';
import { fakeWorld } from './fake-world.test-support.js';

test.each([
  [['bogus'], "avatar: unknown command 'bogus'"],
  [['generate'], "missing required argument 'photo'"],
  [['generate', 'a.jpg', '--size', 'big'], 'It is not a number'],
  [['generate', 'a.jpg', '--seed', '1.5'], 'It is not a whole number'],
  [['generate', 'a.jpg', '--hd', '--size', '400'], 'cannot be used with'],
  [['generate', 'a.jpg', '--stile', 'x'], "unknown option '--stile'"],
  [['analyze'], "missing required argument 'photo'"],
  [['compare', 'a.jpg'], 'Give two photos'],
  [['compare', 'a.jpg', 'b.jpg', '--pairs', 'x.tsv'], 'Give two photos'],
  [['generate', 'a.jpg', '--quiet', '--verbose'], 'cannot be used with'],
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
    error: { code: 'input-rejected', reason: 'no-face', stage: null, message: 'No face was found.' },
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

test.each(['generate', 'sheet', 'styles'])('the styles in the examples of %s are there', async (command) => {
  await using world = await fakeWorld();
  const { stdout } = await world.run(command, '--help');
  const named = [...stdout.matchAll(/\$ avatar .*--styles? ([\w,]+)/g)].flatMap(([, names]) =>
    names.split(','),
  );
  const tokens: readonly string[] = STYLES.map(({ token }) => token);
  expect(named.filter((name) => !tokens.includes(name))).toEqual([]);
});

test.each([[[]], [['models']], [['style']]])('%j without a command shows the help', async (argv) => {
  await using world = await fakeWorld();
  const { code, stdout, stderr } = await world.run(...argv);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(`Usage: ${['avatar', ...argv].join(' ')} [options] [command]`);
});

test.each([
  'generate',
  'draw',
  'sheet',
  'analyze',
  'compare',
  'describe',
  'styles',
  'platforms',
  'models',
  'style fit',
])('the help of %s has an example', async (command) => {
  await using world = await fakeWorld();
  const { stdout } = await world.run(...command.split(' '), '--help');
  expect(stdout).toContain(`Examples:\n  $ `);
  expect(stdout).toContain(`$ avatar ${command}`);
});

test('the many options of generate are in groups', async () => {
  await using world = await fakeWorld();
  const { stdout } = await world.run('generate', '--help');
  for (const group of ['What it looks like:', 'How it is made and checked:', 'Many photos:', 'Output:'])
    expect(stdout).toContain(`\n${group}\n`);
});

test('--quiet leaves results that were asked for, and errors', async () => {
  await using world = await fakeWorld();
  expect(await world.run('generate', 'me.jpg', '-q')).toEqual({ code: 0, stdout: '', stderr: '' });
  expect((await world.run('generate', 'me.jpg', '-q', '--json')).stdout).toContain('"likeness_score"');
  expect((await world.run('generate', 'noface.jpg', 'b.jpg', '-q')).stderr).toContain('✘ noface.jpg');
  expect((await world.run('analyze', 'me.jpg', '-q')).stdout).not.toBe('');
});

test('styles are listed for people and for programs', async () => {
  await using world = await fakeWorld();
  expect((await world.run('styles')).stdout).toContain('corporate_headshot');
  const { styles } = JSON.parse((await world.run('styles', '--json')).stdout);
  expect(styles[0]).toMatchObject({
    token: 'corporate_headshot',
    licence: 'Apache-2.0',
    creator: expect.any(String),
    kind: 'photo',
    context: 'professional',
    min_likeness: { professional: 0.85 },
  });
  expect(styles[0].models).toContainEqual({ id: 'sface', licence: 'Apache-2.0' });
});

test('platforms are listed with their styles and what they take', async () => {
  await using world = await fakeWorld();
  expect((await world.run('platforms')).stdout).toMatch(
    /github +500 px +circle +corporate_headshot +up to 1.0 MB/,
  );
  const platforms = JSON.parse((await world.run('platforms', '--json')).stdout);
  expect(platforms).toContainEqual({
    token: 'x',
    label: 'X',
    aliases: ['twitter'],
    default_size_px: 800,
    default_style: 'social',
    styles: expect.arrayContaining(['social', 'cinematic']),
    context: 'social',
    circular_crop: true,
    upload: {
      formats: ['png', 'jpeg', 'gif'],
      max_bytes: 2_000_000,
      min_side_px: null,
      max_side_px: null,
      published: true,
      as_of: expect.stringMatching(/^\d{4}-\d{2}$/),
    },
  });
  for (const { styles, default_style } of platforms) expect(styles[0]).toBe(default_style);
});

describe('a style file', () => {
  const own = { ...corporateHeadshot, token: 'acme_headshot' };

  test('is listed, and its style is used unless another is asked for', async () => {
    await using world = await fakeWorld();
    await writeFile(join(world.folder, 'acme.json'), JSON.stringify(own));
    expect((await world.run('styles', '--style-file', 'acme.json')).stdout).toContain('acme_headshot');
    await world.run('generate', 'me.jpg', '--style-file', 'acme.json');
    expect(world.asked.generator?.styles).toEqual([own]);
    expect(world.asked.options?.style).toBe('acme_headshot');
    await world.run('generate', 'me.jpg', '--style-file', 'acme.json', '--style', 'noir');
    expect(world.asked.options?.style).toBe('noir');
  });

  test('that is wrong is refused before any work, with its first wrong field', async () => {
    await using world = await fakeWorld();
    await writeFile(join(world.folder, 'acme.json'), JSON.stringify({ ...own, context: 'secret' }));
    for (const command of [['generate', 'me.jpg'], ['styles']]) {
      const { code, stderr } = await world.run(...command, '--style-file', 'acme.json');
      expect(code).toBe(2);
      expect(stderr).toContain('Expected one of professional, social, gaming for context');
      expect(stderr).not.toContain('secret');
    }
    expect(world.asked.options).toBeUndefined();
    expect((await world.run('styles', '--style-file', 'none.json')).stderr).toContain('could not be opened');
  });
});
