import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfig } from '../config/config.js';
import { configuredEngines } from './configured-engines.js';

const WORKFLOW = fileURLToPath(
  new URL('../../../../packages/engine-comfyui/workflows/photo-edit.json', import.meta.url),
);
const URL_OF_COMFYUI = 'http://127.0.0.1:8188';
const ENGINE = `{ id: 'acme', timeoutMs: 1000, capabilities: { fromPhoto: true, sizes: [{}] }, paint: () => undefined }`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'avatar-engines-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const configured = (env: Readonly<Record<string, string>>) =>
  configuredEngines(loadConfig({ AVATAR_DATA_DIR: folder, ...env }).engines);
async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test('without any there are none', async () => {
  expect(await configured({})).toEqual({ styles: [], source: undefined });
});

test('a ComfyUI server paints the style realistic', async () => {
  const { styles, source } = await configured({
    AVATAR_COMFYUI_URL: URL_OF_COMFYUI,
    AVATAR_COMFYUI_WORKFLOW: WORKFLOW,
  });
  expect(styles.map(({ token }) => token)).toEqual(['realistic']);
  expect(source?.options).toEqual({
    comfyUi: { url: URL_OF_COMFYUI, workflow: WORKFLOW, timeoutMs: 60_000 },
    module: undefined,
  });
});

test('a module brings engines by name, and realistic with an engine of that name', async () => {
  const module = await file(
    'engines.mjs',
    `export const engines = { realistic: ${ENGINE}, other: ${ENGINE} };`,
  );
  const { styles } = await configured({ AVATAR_ENGINES_MODULE: module });
  expect(styles.map(({ token }) => token)).toEqual(['realistic']);
  const other = await file('other.mjs', `export const engines = { other: ${ENGINE} };`);
  expect((await configured({ AVATAR_ENGINES_MODULE: other })).styles).toEqual([]);
});

test.each<[string, string, string, string]>([
  ['no workflow', 'AVATAR_COMFYUI_WORKFLOW', 'x.json', 'class_type'],
  ['no JSON', 'AVATAR_COMFYUI_WORKFLOW', 'secret', 'cannot be read or run (SyntaxError)'],
  [
    'no engine',
    'AVATAR_ENGINES_MODULE',
    'export const engines = { a: 1 };',
    'a PortraitEngine for engines.a',
  ],
  ['an error', 'AVATAR_ENGINES_MODULE', 'throw new Error("secret");', 'cannot be read or run (Error)'],
  [
    'a wrong style',
    'AVATAR_ENGINES_MODULE',
    `export const engines = { a: ${ENGINE} }; export const styles = [{ token: 'x' }];`,
    'for label',
  ],
])('a file with %s ends the start, and is not quoted', async (name, variable, content, said) => {
  const text = content === 'x.json' ? '{ "1": {} }' : content;
  const path = await file(`${name.replace(' ', '-')}.mjs`, text);
  const comfyUi = variable === 'AVATAR_COMFYUI_WORKFLOW' ? { AVATAR_COMFYUI_URL: URL_OF_COMFYUI } : {};
  const error: unknown = await configured({ ...comfyUi, [variable]: path }).catch((cause: unknown) => cause);
  expect(String(error)).toContain(said);
  expect(String(error)).not.toContain('secret');
});

test('address and workflow need each other, and a file that is not there is told', async () => {
  expect(() => loadConfig({ AVATAR_COMFYUI_URL: URL_OF_COMFYUI })).toThrow('each needs the other');
  expect(() => loadConfig({ AVATAR_COMFYUI_WORKFLOW: WORKFLOW })).toThrow('each needs the other');
  const missing = configured({
    AVATAR_COMFYUI_URL: URL_OF_COMFYUI,
    AVATAR_COMFYUI_WORKFLOW: join(folder, 'none'),
  });
  await expect(missing).rejects.toThrow('cannot be read or run (ENOENT)');
});
