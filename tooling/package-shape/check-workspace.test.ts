import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { workspaceProblems } from './check-workspace.js';
import { roomProblems } from './rooms.js';
import { readWorkspace } from './workspace.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'avatar-shape-'));
  write('package.json', {
    license: 'Apache-2.0',
    engines: { node: '>=20.19' },
    devDependencies: { vitest: '4.0.0' },
  });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, content: string | object): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

/** A package with nothing wrong in it; `files` come on top, `fields` go into package.json. */
function add(name: string, files: Record<string, string> = {}, fields: object = {}): void {
  write(`packages/${name}/package.json`, {
    name: `@avatar/${name}`,
    version: '1.0.0',
    license: 'Apache-2.0',
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.19' },
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    files: ['dist', 'CHANGELOG.md', 'LICENSE', 'NOTICE'],
    keywords: ['avatar'],
    author: 'The authors',
    bugs: 'https://example.com/issues',
    homepage: `https://example.com/tree/main/packages/${name}#readme`,
    scripts: { prepack: 'node ../../tooling/prepack.mjs' },
    repository: { directory: `packages/${name}` },
    publishConfig: { access: 'public' },
    ...fields,
  });
  const whole = {
    'README.md': `# it\n\nnpm install @avatar/${name}`,
    'tsconfig.json': '{}',
    'tsup.config.ts': '',
    'src/index.ts': "export * from './idea.js';",
    'src/idea.ts': 'export const idea = 1;',
    ...files,
  };
  for (const [path, text] of Object.entries(whole)) write(`packages/${name}/${path}`, text);
}

const problems = () => workspaceProblems(readWorkspace(root));
const on = (...names: string[]) => ({
  dependencies: Object.fromEntries(names.map((name) => [`@avatar/${name}`, '^1.0.0'])),
});
const load = {
  'src/index.ts': "export { load } from './load.js';",
  'src/load.ts': 'export function load() {}',
};

test('a tree in shape has no problems', () => {
  add('stage');
  add(
    'image',
    { 'src/idea.ts': "import { idea } from '@avatar/stage';\nimport sharp from 'sharp';" },
    {
      dependencies: { '@avatar/stage': '^1.0.0', sharp: '0.35.5' },
    },
  );
  add(
    'load',
    {
      ...load,
      'src/load.ts': "import { pixels } from '@avatar/image';\nexport function load(options: object) {}",
      'src/options.ts': "import fs from 'node:fs';\nimport path from 'path';",
      'src/load.test.ts':
        "import { test } from 'vitest';\nimport { stageContext } from '@avatar/testing';\nimport { luma } from '@avatar/image';",
    },
    on('image'),
  );
  expect(problems()).toEqual([]);
});

describe('imports', () => {
  test('stages do not import each other', () => {
    add('load', load);
    add(
      'save',
      {
        'src/index.ts': "export { save } from './save.js';",
        'src/save.ts': "export { load } from '@avatar/load';\nexport function save() {}",
      },
      on('load'),
    );
    expect(problems()).toEqual(['save: src/save.ts imports @avatar/load, which the arrows do not allow']);
  });

  test('type imports and dynamic imports are arrows too', () => {
    add('stage', {
      'src/idea.ts': "import type { A } from '@avatar/image';\nconst b = await import('@avatar/models');",
    });
    expect(problems().filter((problem) => problem.includes('arrows'))).toEqual([
      'stage: src/idea.ts imports @avatar/image, which the arrows do not allow',
      'stage: src/idea.ts imports @avatar/models, which the arrows do not allow',
    ]);
  });

  test('a package that no arrow names is refused', () => {
    add('extra');
    expect(problems()).toEqual([
      'extra: is not in tooling/package-shape/arrows.ts; say there what it may import',
    ]);
  });

  test('only one package imports a native library', () => {
    add('models', { 'src/idea.ts': "import sharp from 'sharp';" }, { dependencies: { sharp: '0.35.5' } });
    expect(problems()).toEqual([
      'models: src/idea.ts imports sharp, which only image may',
      'models: declares sharp, which only image may',
    ]);
  });

  test('what is imported is declared, and what is declared is imported', () => {
    add('stage');
    add(
      'image',
      { 'src/idea.ts': "import chalk from 'chalk';\nimport x from '@scope/x/deep.js';" },
      on('stage'),
    );
    expect(problems()).toEqual([
      'image: src/idea.ts imports chalk, which package.json does not declare',
      'image: src/idea.ts imports @scope/x, which package.json does not declare',
      'image: declares @avatar/stage but imports it nowhere',
    ]);
  });

  test('development dependencies serve tests only', () => {
    add('stage', {
      'src/idea.ts': "import { test } from 'vitest';",
      'src/idea.test.ts': "import { test } from 'vitest';",
    });
    expect(problems()).toEqual(['stage: src/idea.ts imports vitest, which package.json does not declare']);
  });
});

describe('apps', () => {
  const fields = { private: true, files: undefined, exports: undefined, publishConfig: undefined };
  const app = (imported: string, changed: object = {}) => {
    add(
      'server',
      { 'src/idea.ts': `import { a } from '@avatar/${imported}';` },
      {
        ...on(imported),
        ...fields,
        repository: { directory: 'apps/server' },
        ...changed,
      },
    );
    mkdirSync(join(root, 'apps'));
    renameSync(join(root, 'packages/server'), join(root, 'apps/server'));
    rmSync(join(root, 'apps/server/src/index.ts'));
  };

  test('need no index and nothing for a registry, and keep to the arrows', () => {
    add('stage');
    app('stage');
    expect(problems()).toEqual([]);
  });

  test('are private, and do not reach below what they are given', () => {
    add('image');
    app('image', { private: false });
    expect(problems()).toEqual([
      'server: package.json: expected true for private, found false',
      'server: src/idea.ts imports @avatar/image, which the arrows do not allow',
    ]);
  });
});

describe('cycles', () => {
  test('are found through development dependencies', () => {
    const use = (name: string) => ({ 'src/idea.ts': `import { a } from '@avatar/${name}';` });
    add('stage', {}, { devDependencies: { '@avatar/image': '^1.0.0' } });
    add('image', use('stage'), on('stage'));
    expect(problems()).toEqual([
      'Packages depend on each other in a circle: @avatar/image -> @avatar/stage -> @avatar/image',
    ]);
  });
});

test('rooms of the server import along the arrows between them', () => {
  const server = (path: string, text: string) => write(`apps/server/src/${path}`, text);
  write('apps/server/package.json', { name: '@avatar/server', private: true });
  server('main.ts', "import './api/v1/jobs.js';");
  server('api/v1/jobs.ts', "import type { A } from '../../generations/record.js';\nimport './map/a.js';");
  server('generations/record.ts', "import type { B } from '../api/v1/jobs.js';");
  server('api/heygen/map/body.ts', "import '../../../database/database.js';\nimport './routes.js';");
  server('generations/record.test.ts', "import '../api/v1/jobs.js';");
  const readRooms = readWorkspace(root).packages.flatMap(roomProblems);
  expect(readRooms).toEqual([
    'server: src/api/heygen/map/body.ts imports from database, which the arrows between rooms do not allow',
    'server: src/generations/record.ts imports from api, which the arrows between rooms do not allow',
  ]);
});

describe('anatomy', () => {
  test('index.ts only exports', () => {
    add('stage', { 'src/index.ts': "export * from './idea.js';\nexport const two = 2;" });
    add('image', { 'src/index.ts': '' });
    expect(problems()).toEqual([
      'image: src/index.ts exports nothing',
      'stage: src/index.ts has more than exports from other files',
    ]);
  });

  test('files of a package are there, and none is nameless', () => {
    add('stage', { 'src/utils.ts': '' });
    rmSync(join(root, 'packages/stage/README.md'));
    rmSync(join(root, 'packages/stage/src/index.ts'));
    expect(problems()).toEqual([
      'stage: lacks README.md',
      'stage: src/utils.ts says nothing about what is in it',
      'stage: lacks src/index.ts',
    ]);
  });

  test('a stage package has its factory where its name says, and options in options.ts', () => {
    add('save');
    add('load', { ...load, 'src/load.ts': 'export function load(options: object) {}' });
    add('matte', { 'src/portrait-matte.ts': 'export function portraitMatte() {}' });
    expect(problems()).toEqual([
      'load: has a factory with options and no src/options.ts',
      'save: has no factory: neither src/save.ts nor a file that exports a function of its own name',
    ]);
  });

  test('package.json says what every package says', () => {
    add('stage', {}, { engines: { node: '>=18' }, files: ['src'] });
    expect(problems()).toEqual([
      'stage: package.json: expected >=20.19 for engines.node, found >=18',
      'stage: package.json: expected dist, CHANGELOG.md, LICENSE, NOTICE for files, found ',
    ]);
  });
});

describe('versions', () => {
  test('a shared dependency has one version', () => {
    add('image', { 'src/idea.ts': "import tar from 'tar';" }, { dependencies: { tar: '7.0.0' } });
    add('models', { 'src/idea.ts': "import tar from 'tar';" }, { dependencies: { tar: '7.1.0' } });
    expect(problems()).toEqual(['tar is wanted in different versions: 7.0.0 (image), 7.1.0 (models)']);
  });

  test('own packages are wanted at their version', () => {
    add('stage');
    const use = { 'src/idea.ts': "import { a } from '@avatar/stage';" };
    add('image', use, { dependencies: { '@avatar/stage': '^0.9.0' } });
    add('models', {}, { devDependencies: { '@avatar/nothing': '^1.0.0' } });
    expect(problems()).toEqual([
      'image: wants @avatar/stage ^0.9.0; it is at 1.0.0, so write ^1.0.0',
      'models: declares @avatar/nothing, which does not exist',
    ]);
  });
});
