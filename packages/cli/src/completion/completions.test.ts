import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { fakeWorld } from '../fake-world.test-support.js';
import { COMPLETION_SCRIPTS } from './scripts.js';

async function complete(...words: string[]): Promise<string[]> {
  await using world = await fakeWorld();
  const { stdout } = await world.run('complete', '--', ...words);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t')[0]);
}

test.each([
  [['ge'], ['generate']],
  [
    ['models', 'p'],
    ['pull', 'path'],
  ],
  [['generate', '--platf'], ['--platform']],
  [['generate', '--platform', 'link'], ['linkedin']],
  [['generate', 'me.jpg', '--style=corp'], ['corporate_headshot']],
  [['generate', '--style', '=', 'corp'], ['corporate_headshot']],
  [['draw', 'a man', '--background', 'studio'], ['studio_light']],
  [['draw', '--palette', 'nav'], ['navy']],
  [['draw', '--look', 'to'], ['toon3d']],
  [['completion', 'z'], ['zsh']],
  [['describe', '--style', 'c'], []],
  [['generate', 'me'], []],
  [['generate', '--out', ''], []],
])('%j', async (words, expected) => expect(await complete(...words)).toEqual(expected));

test('all commands, but no hidden one, at the start', async () => {
  const commands = await complete('');
  expect(commands).toEqual(expect.arrayContaining(['generate', 'doctor', 'completion', 'help']));
  expect(commands).not.toContain('complete');
});

test('every value of an option, right behind the sign of equality', async () => {
  expect(await complete('generate', '--format', '=')).toEqual(['png', 'jpeg', 'webp', 'avif']);
});

test.each(Object.keys(COMPLETION_SCRIPTS))('prints the script for %s', async (shell) => {
  await using world = await fakeWorld();
  const { code, stdout } = await world.run('completion', shell);
  expect(code).toBe(0);
  expect(stdout).toContain('avatar complete -- ');
});

test('an unknown shell is refused', async () => {
  await using world = await fakeWorld();
  expect((await world.run('completion', 'csh')).stderr).toContain('Allowed choices are bash, zsh, fish');
});

test.skipIf(process.platform === 'win32')(
  'bash asks with the words up to the cursor, and takes values whole',
  async () => {
    await using world = await fakeWorld();
    const bin = join(world.folder, 'bin');
    await mkdir(bin);
    const program = join(bin, 'avatar');
    await writeFile(
      program,
      `#!/bin/sh\nprintf '%s|' "$@" >asked\nprintf 'two words\\tof one value\\nnoir\\tdark\\n'\n`,
    );
    await chmod(program, 0o755);
    const script = `${COMPLETION_SCRIPTS.bash}
    COMP_WORDS=(avatar generate 'my photo.jpg' --style no later); COMP_CWORD=4
    _avatar; printf '<%s>' "\${COMPREPLY[@]}"; cat asked`;
    const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', script], {
      cwd: world.folder,
      env: { PATH: `${bin}:${process.env['PATH']}` },
    });
    expect(stdout).toBe('<two words><noir>complete|--|generate|my photo.jpg|--style|no|');
  },
);
