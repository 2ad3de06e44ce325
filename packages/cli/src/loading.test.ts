import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/esm/index.mjs')).href;

/** Fails at the import of anything that takes long to load. */
const HOOKS = `
  export async function resolve(specifier, context, next) {
    if (/^(sharp|onnxruntime-node|@avatar\\/(image|generator|onnx|save))$/.test(specifier))
      throw new Error(specifier + ' is loaded');
    return next(specifier, context);
  }`;
const dataUrl = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`;
const REFUSE = dataUrl(
  `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(HOOKS))});`,
);

const avatar = (...argv: string[]) =>
  promisify(execFile)(
    process.execPath,
    ['--import', tsx, '--import', REFUSE, join(root, 'packages/cli/src/main.ts'), ...argv],
    { env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') } },
  );

test.each([
  [[], 'Usage: avatar'],
  [['--version'], '.'],
  [['generate', '--help'], 'Usage: avatar generate'],
  [['styles'], 'corporate_headshot'],
  [['platforms', '--json'], 'linkedin'],
  [['complete', '--', 'generate', '--style', 'no'], 'noir'],
])(
  '%j loads neither pictures nor models',
  async (argv, text) => {
    expect((await avatar(...argv)).stdout).toContain(text);
  },
  60_000,
);

test('the same test sees what a picture needs', async () => {
  await expect(avatar('generate', 'me.jpg')).rejects.toMatchObject({
    stderr: expect.stringContaining('is loaded') as string,
  });
}, 60_000);
