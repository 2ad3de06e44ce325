/**
 * The shortest way to a picture: fetches the models that are missing and makes one headshot.
 *
 *   npm run demo [-- my-photo.jpg]
 */
import { mkdirSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processIo, runCli } from '@avatar/cli';

const root = fileURLToPath(new URL('..', import.meta.url));
const outFolder = join(root, 'out');
const own = process.argv[2];
// npm runs scripts in the package's folder and tells in INIT_CWD where the person is.
const photo =
  own === undefined
    ? join(root, 'examples', 'photos', 'astronaut.png')
    : resolve(process.env['INIT_CWD'] ?? '.', own);
const name = `${basename(photo, extname(photo))}-headshot.png`;

mkdirSync(outFolder, { recursive: true });
const io = processIo();
const pulled = await runCli(['models', 'pull'], io);
process.exitCode =
  pulled === 0
    ? await runCli(['generate', photo, '--platform', 'linkedin', '--out', join(outFolder, name)], io)
    : pulled;
