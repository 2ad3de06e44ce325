import { readFileSync } from 'node:fs';
import { paintPortrait, type PortraitRequest } from '@avatar/engine';
import { describe, expect, test } from 'vitest';
import { comfyUiEngine } from './comfyui-engine.js';
import { comfyUiServer, type ComfyUiServer, type JobEnd } from './comfyui-server.test-support.js';
import type { ComfyUiEngineOptions } from './options.js';
import type { Workflow } from './workflow.js';

const workflow = (name: string): Workflow =>
  JSON.parse(readFileSync(new URL(`../workflows/${name}.json`, import.meta.url), 'utf8')) as Workflow;
const PHOTO = new Uint8Array([1, 2, 3]);
const PICTURE = new Uint8Array(5000).fill(7);
const request: PortraitRequest = {
  prompt: 'a "portrait" \\ in oil',
  negativePrompt: 'text',
  photo: PHOTO,
  strength: 0.4,
  seed: 7,
  size: { widthPx: 768, heightPx: 768 },
};
const engineOf = ({ url }: Pick<ComfyUiServer, 'url'>, options: Partial<ComfyUiEngineOptions> = {}) =>
  comfyUiEngine({ url, workflow: workflow('photo-edit'), pollMs: 10, ...options });
const ending = (end: JobEnd) => comfyUiServer({ run: () => end });

describe('a picture', () => {
  test('is uploaded, queued, waited for and viewed, and nothing of it stays', async () => {
    let loaded: Uint8Array | undefined;
    await using server = await comfyUiServer({
      run: async (graph, files) => {
        loaded = files.get(String(graph['4'].inputs['image']).replace(' [temp]', ''));
        await new Promise((done) => setTimeout(done, 30));
        return { picture: PICTURE };
      },
    });
    const painted = await paintPortrait(engineOf(server), request);
    expect(painted.bytes).toEqual(PICTURE);
    expect(loaded).toEqual(PHOTO);
    const [graph] = server.graphs;
    expect(graph['2'].inputs['text']).toBe(request.prompt);
    expect(graph['3'].inputs['text']).toBe('text');
    expect(graph['6'].inputs).toMatchObject({ seed: 7, denoise: 0.4, model: ['1', 0], steps: 30 });
    expect([...server.files.values()].some((file) => Buffer.from(PHOTO).equals(file))).toBe(false);
    expect(server.history.size).toBe(0);
    expect(server.interrupted).toEqual([]);
  });

  test('has its mask, where the workflow asks for one', async () => {
    await using server = await ending({ picture: PICTURE });
    const engine = engineOf(server, { workflow: workflow('photo-inpaint') });
    expect(engine.capabilities).toMatchObject({
      fromPhoto: true,
      fromText: false,
      mask: 'white',
      strength: true,
    });
    await paintPortrait(engine, { ...request, mask: new Uint8Array([9]) });
    expect(server.files.size).toBe(2);
    const { inputs } = server.graphs[0]['5'];
    expect(inputs['image']).toMatch(/\.png \[temp\]$/);
  });

  test('is made from words by a workflow without a photo', async () => {
    await using server = await ending({ picture: PICTURE });
    const engine = engineOf(server, { workflow: workflow('text') });
    expect(engine.capabilities).toMatchObject({
      fromPhoto: false,
      fromText: true,
      mask: 'none',
      strength: false,
    });
    const { photo: _photo, ...words } = request;
    await paintPortrait(engine, { ...words, size: { widthPx: 832, heightPx: 1216 } });
    expect(server.graphs[0]['4'].inputs).toEqual({ width: 832, height: 1216, batch_size: 1 });
    expect(server.requests).not.toContain('POST /upload/image');
  });

  test('is fetched with the headers and below the path that the url has', async () => {
    const seen = new Set<unknown>();
    await using server = await comfyUiServer({
      run: () => ({ picture: PICTURE }),
      before: ({ headers }) => {
        seen.add(headers['x-key']);
        return false;
      },
    });
    const engine = engineOf({ url: `${server.url}/api` }, { headers: { 'x-key': 'k' } });
    expect((await paintPortrait(engine, request)).bytes).toEqual(PICTURE);
    expect(seen).toEqual(new Set(['k']));
    expect(server.requests.every((line) => line.includes(' /api/'))).toBe(true);
  });
});

describe('what fails', () => {
  test('in a node is told with the node, and without a word of the request', async () => {
    await using server = await ending({ nodeFails: { node: '6', nodeType: 'KSampler' } });
    const error: unknown = await paintPortrait(engineOf(server), request).catch((cause: unknown) => cause);
    expect(error).toMatchObject({
      code: 'inference-failed',
      reason: 'engine-failed',
      facts: { engine: 'comfyui', node: '6', nodeType: 'KSampler', exception: 'RuntimeError' },
    });
    expect(String(error)).not.toContain('secret');
    expect(server.history.size).toBe(0);
  });

  test('in the graph is told with the node', async () => {
    await using server = await ending({ picture: PICTURE });
    const broken = {
      ...workflow('photo-edit'),
      '8': { class_type: 'PreviewImage', inputs: { images: ['99', 0] } },
    };
    await expect(paintPortrait(engineOf(server, { workflow: broken }), request)).rejects.toMatchObject({
      reason: 'engine-failed',
      facts: { httpStatus: 400, node: '8', nodeType: 'PreviewImage' },
    });
  });

  test('to make a picture is told', async () => {
    await using server = await ending({ noPicture: true });
    await expect(paintPortrait(engineOf(server), request)).rejects.toMatchObject({
      reason: 'engine-no-image',
    });
  });

  test('to end is given up, taken from the queue and interrupted', async () => {
    await using server = await ending({ hangs: true });
    const engine = engineOf(server, { timeoutMs: 1000 });
    await expect(paintPortrait(engine, request)).rejects.toMatchObject({
      code: 'timeout',
      reason: 'engine-timeout',
      facts: { timeoutMs: 1000 },
    });
    await expect.poll(() => server.interrupted).toHaveLength(1);
    expect(server.requests).toContain('POST /queue');
  });

  test('because the caller left is interrupted, and rejects with their reason', async () => {
    await using server = await ending({ hangs: true });
    const controller = new AbortController();
    const painted = paintPortrait(engineOf(server), request, { signal: controller.signal });
    const outcome = expect(painted).rejects.toThrow('left');
    await expect.poll(() => server.graphs).toHaveLength(1);
    controller.abort(new Error('left'));
    await outcome;
    await expect.poll(() => server.interrupted).toHaveLength(1);
  });

  test('because the caller left before the job had a number is interrupted too', async () => {
    const controller = new AbortController();
    await using server = await comfyUiServer({
      run: () => {
        controller.abort(new Error('left'));
        return { hangs: true };
      },
    });
    const painted = paintPortrait(engineOf(server), request, { signal: controller.signal });
    await expect(painted).rejects.toThrow('left');
    await expect.poll(() => server.interrupted).toHaveLength(1);
  });

  test('because nobody is there is told', async () => {
    const { url } = await (async () => {
      await using server = await ending({ picture: PICTURE });
      return server;
    })();
    await expect(paintPortrait(engineOf({ url }), request)).rejects.toMatchObject({
      code: 'model-unavailable',
      reason: 'engine-unreachable',
    });
  });

  test.each([
    [401, { code: 'model-unavailable', reason: 'engine-unauthorised' }],
    [429, { code: 'overloaded', reason: 'engine-busy' }],
    [500, { code: 'inference-failed', reason: 'engine-failed' }],
    [302, { code: 'inference-failed', reason: 'engine-wrong-output' }],
  ])('with %i is told', async (status, expected) => {
    await using server = await comfyUiServer({
      run: () => ({ picture: PICTURE }),
      before: (_incoming, response) => {
        response.writeHead(status, { location: '/elsewhere' }).end();
        return true;
      },
    });
    await expect(paintPortrait(engineOf(server), request)).rejects.toMatchObject(expected);
    expect(server.requests).not.toContain('GET /elsewhere');
  });

  test('by its size is not read to its end', async () => {
    await using server = await ending({ picture: PICTURE });
    await expect(paintPortrait(engineOf(server, { maxBytes: 4999 }), request)).rejects.toMatchObject({
      reason: 'engine-wrong-output',
    });
    await expect(paintPortrait(engineOf(server, { maxBytes: 5000 }), request)).resolves.toBeDefined();
  });
});

describe('options', () => {
  const url = 'http://127.0.0.1:8188';
  const photoEdit = workflow('photo-edit');
  const withText = (text: string) => ({
    ...photoEdit,
    '2': { class_type: 'CLIPTextEncode', inputs: { text } },
  });

  test.each([
    ['no address', { url: 'comfy' }, 'for url'],
    ['another scheme', { url: 'file:///etc' }, 'for url'],
    ['a user name', { url: 'http://a:b@c' }, 'for url'],
    ['an unknown option', { port: 1 }, 'Unknown option "port"'],
    ['an empty workflow', { workflow: {} }, 'for workflow'],
    ['the editor’s form', { workflow: { nodes: [], links: [] } as unknown as Workflow }, 'Export (API)'],
    ['an unknown placeholder', { workflow: withText('{{promt}}') }, 'unknown placeholder'],
    ['a number among words', { workflow: withText('{{prompt}} {{seed}}') }, '{{seed}} among other text'],
    ['no prompt', { workflow: withText('x') }, 'no {{prompt}}'],
    ['a timeout out of range', { timeoutMs: 999 }, 'timeoutMs'],
  ])('%s is refused', (_name, options, message) => {
    expect(() => comfyUiEngine({ url, workflow: photoEdit, ...options })).toThrow(message);
  });

  test('words may stand around the prompt', async () => {
    await using server = await ending({ picture: PICTURE });
    await paintPortrait(engineOf(server, { workflow: withText('film still, {{prompt}}, 35 mm') }), request);
    expect(server.graphs[0]['2'].inputs['text']).toBe('film still, a "portrait" \\ in oil, 35 mm');
  });
});
