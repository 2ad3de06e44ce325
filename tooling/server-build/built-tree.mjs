// Whether what the server is made of changed since it was last built: looked at in a moment, without running a build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const STAMP = 'node_modules/.cache/avatar-server-build';
const ENTRIES = ['src', 'page/src', 'package.json', 'tsup.config.ts', 'tsconfig.json'];
const SHARED = ['package-lock.json', 'tsconfig.base.json', 'tooling/tsup.ts'];

/** Folders of the server and of every workspace package that it is made of, from the root. */
export function partsOf(root, start = 'apps/server') {
  const folders = new Map(
    ['packages', 'apps'].flatMap((parent) =>
      readdirSync(join(root, parent)).flatMap((name) => {
        const file = join(root, parent, name, 'package.json');
        return existsSync(file) ? [[JSON.parse(readFileSync(file, 'utf8')).name, `${parent}/${name}`]] : [];
      }),
    ),
  );
  const found = new Set();
  const add = (folder) => {
    if (found.has(folder)) return;
    found.add(folder);
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    );
    for (const name of Object.keys({ ...dependencies, ...devDependencies }))
      if (folders.has(name)) add(folders.get(name));
  };
  add(start);
  return [...found].sort();
}

/** @returns whether everything is built as it lies there */
export function isBuilt(root) {
  const parts = partsOf(root);
  if (!existsSync(join(root, STAMP)) || !parts.every((part) => existsSync(join(root, part, 'dist'))))
    return false;
  return readFileSync(join(root, STAMP), 'utf8') === fingerprint(root, parts);
}

/** Call it after a build that began with this tree. */
export function markBuilt(root) {
  mkdirSync(dirname(join(root, STAMP)), { recursive: true });
  writeFileSync(join(root, STAMP), fingerprint(root, partsOf(root)));
}

function fingerprint(root, parts) {
  const hash = createHash('sha256');
  const paths = [...SHARED, ...parts.flatMap((part) => ENTRIES.map((entry) => `${part}/${entry}`))];
  for (const path of paths)
    for (const file of filesUnder(root, path)) {
      const { size, mtimeMs } = statSync(join(root, file));
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  return hash.digest('hex');
}

function filesUnder(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .filter((name) => !/\.test[-.]/.test(name))
    .flatMap((name) => filesUnder(root, `${path}/${name}`));
}
