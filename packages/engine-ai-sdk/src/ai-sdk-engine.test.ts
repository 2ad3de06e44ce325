import {
  APICallError,
  LoadAPIKeyError,
  NoSuchModelError,
  UnsupportedFunctionalityError,
  type ImageModelV3,
  type ImageModelV3CallOptions,
} from '@ai-sdk/provider';
import { paintPortrait, type PortraitRequest } from '@avatar/engine';
import { MockImageModelV3 } from 'ai/test';
import { describe, expect, test } from 'vitest';
import { aiSdkEngine } from './ai-sdk-engine.js';
import type { AiSdkEngineOptions } from './options.js';

type Answer = Awaited<ReturnType<ImageModelV3['doGenerate']>>;
const PICTURE = new Uint8Array([137, 80, 78, 71]);
const PHOTO = new Uint8Array([1, 2, 3]);
const request: PortraitRequest = {
  prompt: 'a secret prompt',
  photo: PHOTO,
  strength: 0.4,
  seed: 7,
  size: { widthPx: 1536, heightPx: 1024 },
};
const answerOf = (more: Partial<Answer> = {}): Answer => ({
  images: [PICTURE],
  warnings: [],
  response: { timestamp: new Date(0), modelId: 'painter-1', headers: undefined },
  ...more,
});

/** A model of the SDK's own test kit that answers in turn, and keeps what it was asked. */
function modelOf(...answers: readonly (Answer | Error)[]) {
  const calls: ImageModelV3CallOptions[] = [];
  const model = new MockImageModelV3({
    provider: 'acme',
    modelId: 'painter',
    doGenerate: async (options) => {
      const answer = answers[Math.min(calls.push(options), answers.length) - 1];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { model, calls };
}
const paint = (
  model: ImageModelV3,
  options: Partial<AiSdkEngineOptions> = {},
  more: Partial<PortraitRequest> = {},
) => paintPortrait(aiSdkEngine({ model, ...options }), { ...request, ...more });

const apiError = (
  statusCode: number | undefined,
  more: { body?: string; data?: unknown; retryAfter?: string } = {},
) =>
  new APICallError({
    message: 'it said: a secret prompt',
    url: 'https://acme.example/images',
    requestBodyValues: { prompt: 'a secret prompt', image: 'PHOTO' },
    ...(statusCode !== undefined && { statusCode }),
    ...(more.body !== undefined && { responseBody: more.body }),
    ...(more.data !== undefined && { data: more.data }),
    responseHeaders: { 'retry-after': more.retryAfter ?? '0' },
  });

describe('a model is asked', () => {
  test('for one picture of the photo, in a size', async () => {
    const { model, calls } = modelOf(answerOf());
    const { bytes, use } = await paint(model);
    expect(bytes).toEqual(PICTURE);
    expect(use).toEqual({ model: 'painter-1' });
    expect(calls[0]).toMatchObject({
      prompt: 'a secret prompt',
      n: 1,
      size: '1536x1024',
      aspectRatio: undefined,
      seed: undefined,
      files: [{ type: 'file', mediaType: 'image/png', data: PHOTO }],
      mask: undefined,
      providerOptions: {},
    });
  });

  test('in the words that its options name', async () => {
    const { model, calls } = modelOf(answerOf());
    await paint(
      model,
      {
        sizeAs: 'aspectRatio',
        sendSeed: true,
        mask: 'transparent',
        providerOptions: { fal: { quality: 'high' }, other: { a: 1 } },
        strengthOptions: (strength) => ({ fal: { strength } }),
      },
      { mask: new Uint8Array([9]) },
    );
    expect(calls[0]).toMatchObject({
      size: undefined,
      aspectRatio: '3:2',
      seed: 7,
      mask: { type: 'file', data: new Uint8Array([9]) },
      providerOptions: { fal: { quality: 'high', strength: 0.4 }, other: { a: 1 } },
    });
  });

  test('from words alone', async () => {
    const { model, calls } = modelOf(answerOf());
    const engine = aiSdkEngine({ model, reads: 'text', sizeAs: 'none' });
    expect(engine.capabilities).toMatchObject({ fromText: true, fromPhoto: false });
    const { photo: _photo, ...words } = request;
    await paintPortrait(engine, words);
    expect(calls[0]).toMatchObject({ files: undefined, size: undefined, aspectRatio: undefined });
  });

  test('says what it can do', () => {
    const { model } = modelOf(answerOf());
    const plain = {
      fromText: false,
      fromPhoto: true,
      mask: 'none',
      strength: false,
      seed: false,
      cost: 'unknown',
    };
    expect(aiSdkEngine({ model }).capabilities).toMatchObject(plain);
    const all = aiSdkEngine({
      model,
      reads: 'both',
      strengthOptions: () => ({}),
      sendSeed: true,
      costUsd: 0.04,
    });
    expect(all.capabilities).toMatchObject({ fromText: true, strength: true, seed: true, cost: 'known' });
  });
});

describe('a picture', () => {
  test('in base64 is decoded', async () => {
    const { model } = modelOf(answerOf({ images: [Buffer.from(PICTURE).toString('base64')] }));
    expect((await paint(model)).bytes).toEqual(PICTURE);
  });

  test('comes with what the provider warned of, and counted', async () => {
    const { model } = modelOf(
      answerOf({
        warnings: [
          { type: 'unsupported', feature: 'size', details: 'square only' },
          { type: 'other', message: 'slow' },
        ],
        usage: { inputTokens: 10, outputTokens: 20, totalTokens: 30 },
      }),
    );
    expect((await paint(model)).use).toEqual({
      model: 'painter-1',
      inputTokens: 10,
      outputTokens: 20,
      warnings: ['unsupported: size, square only', 'slow'],
    });
  });

  test.each<[string, AiSdkEngineOptions['costUsd'], number | undefined]>([
    ['by the option', 0.04, 0.04],
    ['by the usage', ({ usage }) => (usage?.outputTokens ?? 0) / 1000, 0.02],
    ['by the gateway', undefined, 0.0425],
  ])('costs %s', async (_name, costUsd, expected) => {
    const { model } = modelOf(
      answerOf({
        usage: { inputTokens: 10, outputTokens: 20, totalTokens: 30 },
        providerMetadata: { gateway: { images: [], cost: '0.0425' } },
      }),
    );
    expect((await paint(model, { costUsd })).use.costUsd).toBe(expected);
  });

  test('that is none, or too large, is refused', async () => {
    await expect(paint(modelOf(answerOf({ images: [] })).model)).rejects.toMatchObject({
      reason: 'engine-no-image',
    });
    for (const image of [new Uint8Array(2000), Buffer.alloc(2000).toString('base64')]) {
      const { model } = modelOf(answerOf({ images: [image] as Uint8Array[] }));
      await expect(paint(model, { maxBytes: 1500 })).rejects.toMatchObject({ reason: 'engine-wrong-output' });
      await expect(paint(model, { maxBytes: 2100 })).resolves.toBeDefined();
    }
  });
});

describe('what fails', () => {
  test.each<[string, Error, object]>([
    ['a wrong key', apiError(401), { code: 'model-unavailable', reason: 'engine-unauthorised' }],
    ['a missing key', new LoadAPIKeyError({ message: 'x' }), { reason: 'engine-unauthorised' }],
    [
      'a rate limit',
      apiError(429),
      { code: 'overloaded', reason: 'engine-busy', facts: { httpStatus: 429 } },
    ],
    ['no network', apiError(undefined), { code: 'model-unavailable', reason: 'engine-unreachable' }],
    [
      'moderation',
      apiError(400, {
        body: '{"error":{"code":"moderation_blocked"}}',
        data: { error: { code: 'moderation_blocked' } },
      }),
      { reason: 'engine-refused', facts: { providerCode: 'moderation_blocked', error: 'AI_APICallError' } },
    ],
    [
      'a wrong request',
      apiError(400, { body: 'invalid size' }),
      { code: 'inference-failed', reason: 'engine-failed' },
    ],
    [
      'a broken provider',
      apiError(503, { body: 'safety' }),
      { code: 'inference-failed', reason: 'engine-failed' },
    ],
    [
      'an unknown model',
      new NoSuchModelError({ modelId: 'm', modelType: 'imageModel' }),
      { reason: 'engine-failed', facts: { error: 'AI_NoSuchModelError' } },
    ],
    [
      'an unsupported feature',
      new UnsupportedFunctionalityError({ functionality: 'mask' }),
      { reason: 'engine-failed', facts: { error: 'AI_UnsupportedFunctionalityError' } },
    ],
    ['anything else', new Error('a secret prompt'), { code: 'inference-failed', reason: 'engine-failed' }],
  ])('%s', async (_name, failure, expected) => {
    const error: unknown = await paint(modelOf(failure).model, { maxRetries: 0 }).catch(
      (cause: unknown) => cause,
    );
    expect(error).toMatchObject(expected);
    expect((error as Error).cause).toBeUndefined();
    expect(JSON.stringify([String(error), error])).not.toMatch(/secret|PHOTO/);
  });

  test('is tried again where the provider says that it may be', async () => {
    const { model, calls } = modelOf(apiError(503), apiError(429), answerOf());
    await expect(paint(model)).resolves.toBeDefined();
    expect(calls).toHaveLength(3);
    const tired = modelOf(apiError(503));
    await expect(paint(tired.model, { maxRetries: 1 })).rejects.toMatchObject({ reason: 'engine-failed' });
    expect(tired.calls).toHaveLength(2);
  });

  test('is not tried again where it may not, or not soon', async () => {
    for (const failure of [apiError(400), apiError(429, { retryAfter: '3600' })]) {
      const { model, calls } = modelOf(failure, answerOf());
      await expect(paint(model)).rejects.toMatchObject({ facts: { engine: 'ai-sdk' } });
      expect(calls).toHaveLength(1);
    }
  });

  test('to end is given up, and the model is told', async () => {
    let told: AbortSignal | undefined;
    const model = new MockImageModelV3({
      doGenerate: ({ abortSignal }) => {
        told = abortSignal;
        return new Promise(() => undefined);
      },
    });
    await expect(paint(model, { timeoutMs: 1000 })).rejects.toMatchObject({
      code: 'timeout',
      reason: 'engine-timeout',
    });
    expect(told?.aborted).toBe(true);
  });
});

test.each<[string, unknown, string]>([
  ['no model', undefined, 'an image model of the AI SDK 6'],
  ['a model of an earlier SDK', { specificationVersion: 'v2' }, 'for model, received "v2"'],
])('%s is refused', (_name, model, message) => {
  expect(() => aiSdkEngine({ model: model as ImageModelV3 })).toThrow(message);
});

test('a wrong option is refused', () => {
  const { model } = modelOf(answerOf());
  expect(() => aiSdkEngine({ model, maxRetries: 6 })).toThrow('maxRetries');
  expect(() => aiSdkEngine({ model, costUsd: -1 })).toThrow('costUsd');
  expect(() => aiSdkEngine({ model, sise: 1 } as never)).toThrow('Unknown option "sise"');
});
