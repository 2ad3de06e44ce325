import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AvatarError } from '@avatar/stage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { corporateHeadshot, loadStyleFile, type ModelRendering } from './index.js';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'avatar-style-'));
  folder = join(root, 'style');
  await mkdir(join(folder, 'nets'), { recursive: true });
  await writeFile(join(folder, 'nets', 'acme.onnx'), 'weights');
  await writeFile(join(root, 'outside.onnx'), 'weights');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const photoStyle = { ...corporateHeadshot, token: 'acme_headshot' };
const form = { name: 'picture', layout: 'nchw', colourOrder: 'rgb', range: [0, 1] };
const modelStyle = (file: string) => ({
  ...photoStyle,
  rendering: { kind: 'model', model: { file, input: { ...form, sizePx: 256 }, output: form } },
});

async function load(content: unknown) {
  const path = join(folder, 'secret-name.json');
  await writeFile(
    path,
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
  return loadStyleFile(path);
}
async function refusalOf(style: Promise<unknown>): Promise<AvatarError> {
  const error: unknown = await style.then(
    () => new Error('expected a refusal'),
    (reason: unknown) => reason,
  );
  if (!AvatarError.is(error)) throw error as Error;
  expect(error.code).toBe('invalid-options');
  expect(error.message).not.toContain('secret');
  expect(error.message).not.toContain(root);
  return error;
}

describe('loadStyleFile', () => {
  it('reads a style, leaves $schema out and freezes the rest', async () => {
    const style = await load({
      $schema: '../node_modules/@avatar/styles/schema/style.schema.json',
      ...photoStyle,
    });
    expect(style).toEqual(photoStyle);
    expect(Object.isFrozen(style.rendering)).toBe(true);
  });

  it('takes a byte order mark and brackets in texts', async () => {
    const text = JSON.stringify({ ...photoStyle, description: '[[[[[[[[[[[[[[[[[[[[ "quoted\\" {{{{' });
    expect((await load(`\ufeff${text}`)).token).toBe('acme_headshot');
  });

  it('finds the network of the style in its folder', async () => {
    const { rendering } = await load(modelStyle('nets/acme.onnx'));
    expect((rendering as ModelRendering).model.file).toBe(join(folder, 'nets', 'acme.onnx'));
  });

  it('follows a link that stays in the folder, and the folder may be a link itself', async () => {
    await symlink(join(folder, 'nets', 'acme.onnx'), join(folder, 'link.onnx'));
    await writeFile(join(folder, 'style.json'), JSON.stringify(modelStyle('link.onnx')));
    await symlink(folder, join(root, 'alias'));
    const { rendering } = await loadStyleFile(join(root, 'alias', 'style.json'));
    expect((rendering as ModelRendering).model.file).toBe(join(folder, 'nets', 'acme.onnx'));
  });

  it.each([
    '/etc/passwd',
    '../outside.onnx',
    'nets/../../outside.onnx',
    './nets/acme.onnx',
    'nets//acme.onnx',
    '..\\outside.onnx',
    'C:\\weights.onnx',
    'C:weights.onnx',
    'file:///etc/passwd',
    'https://example.org/a.onnx',
    '//host/share/a.onnx',
    '',
    'nets/acme.onnx\u0000',
  ])('refuses the path %j', async (file) => {
    const { message } = await refusalOf(load(modelStyle(file)));
    expect(message).toContain('a file in the folder of the style file for rendering.model.file');
  });

  it('refuses links that lead out, missing files and folders', async () => {
    await symlink(join(root, 'outside.onnx'), join(folder, 'link.onnx'));
    await symlink(root, join(folder, 'up'));
    expect((await refusalOf(load(modelStyle('link.onnx')))).reason).toBe('outside-folder');
    expect((await refusalOf(load(modelStyle('up/outside.onnx')))).reason).toBe('outside-folder');
    expect((await refusalOf(load(modelStyle('none.onnx')))).reason).toBe('model-missing');
    expect((await refusalOf(load(modelStyle('nets')))).reason).toBe('model-missing');
  });

  it.each([
    ['label', 'https://example.org'],
    ['description', 'see //example.org'],
    ['creator', 'mailto:me@example.org'],
    ['$schema', 'https://example.org/style.schema.json'],
    ['$schema', 'file:///etc/passwd'],
  ])('refuses an address in %s', async (field, value) => {
    expect((await refusalOf(load({ ...photoStyle, [field]: value }))).message).toContain(`for ${field}`);
  });

  it('refuses a function, unknown fields and wrong values', async () => {
    const byFunction = { ...photoStyle, rendering: { kind: 'function', render: 'secret()' } };
    expect((await refusalOf(load(byFunction))).message).toContain(
      'one of photo, drawn, model, character, engine, fitted for rendering.kind',
    );
    expect((await refusalOf(load({ ...photoStyle, secret: 1 }))).message).toContain('no other fields');
    const tone = { ...photoStyle.rendering.tone, contrast: 3 };
    const wrong = { ...photoStyle, rendering: { ...photoStyle.rendering, tone } };
    expect((await refusalOf(load(wrong))).message).toBe(
      'Expected a number from 0 to 1 for rendering.tone.contrast, received 3',
    );
  });

  it.each([
    ['not-json', '{ "token": secret }'],
    ['not-json', ''],
    ['not-json', Uint8Array.of(0x22, 0xff, 0xfe, 0x22)],
    ['too-large', `"${' '.repeat(64 * 1024)}"`],
    ['too-deep', '['.repeat(17) + ']'.repeat(17)],
    ['too-deep', '{"a":'.repeat(10_000)],
    ['reserved-name', '{ "__proto__": { "token": "secret" } }'],
    ['reserved-name', '{ "rendering": { "constructor": { "prototype": {} } } }'],
  ])('refuses a file as %s', async (reason, content) => {
    expect((await refusalOf(load(content))).reason).toBe(reason);
    expect(({} as { token?: string }).token).toBeUndefined();
  });

  it('says which line is wrong', async () => {
    expect((await refusalOf(load('{\n"token": "a",\n}'))).message).toContain('look at line 3');
  });

  it('refuses what is no regular file', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const name of ['none.json', 'pipe', 'nets'])
      expect((await refusalOf(loadStyleFile(join(folder, name)))).reason).toBe('not-readable');
  });
});
