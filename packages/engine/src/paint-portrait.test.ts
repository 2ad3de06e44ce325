import { AvatarError } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { checkEngine } from './check-engine.js';
import { paintPortrait } from './paint-portrait.js';
import type { PortraitEngine, PortraitRequest } from './portrait-engine.js';

const request: PortraitRequest = {
  prompt: 'x',
  strength: 1,
  seed: 0,
  size: { widthPx: 512, heightPx: 512 },
};
const engineOf = (paint: PortraitEngine['paint'], timeoutMs = 60_000): PortraitEngine => ({
  id: 'acme',
  timeoutMs,
  capabilities: {
    fromText: true,
    fromPhoto: true,
    mask: 'none',
    strength: true,
    seed: true,
    negativePrompt: true,
    sizes: [request.size],
    cost: 'unknown',
  },
  paint,
});
const never = () => new Promise<never>(() => undefined);

describe('paintPortrait', () => {
  test('gives what the engine paints', async () => {
    const painted = { bytes: new Uint8Array([1]), use: { costUsd: 0.04 } };
    await expect(
      paintPortrait(
        engineOf(async () => painted),
        request,
      ),
    ).resolves.toBe(painted);
  });

  test('gives up an engine that does not heed its signal', async () => {
    await expect(paintPortrait(engineOf(never, 20), request)).rejects.toMatchObject({
      code: 'timeout',
      reason: 'engine-timeout',
      facts: { engine: 'acme', timeoutMs: 20 },
    });
  });

  test('rejects with the caller’s reason, before and while it paints', async () => {
    const aborted = AbortSignal.abort(new Error('left'));
    const calls: string[] = [];
    const noting = engineOf(async () => {
      calls.push('painted');
      return never();
    });
    await expect(paintPortrait(noting, request, { signal: aborted })).rejects.toThrow('left');
    expect(calls).toEqual([]);
    const controller = new AbortController();
    const outcome = expect(paintPortrait(noting, request, { signal: controller.signal })).rejects.toThrow(
      'left',
    );
    controller.abort(new Error('left'));
    await outcome;
  });

  test('names the engine in whatever it throws, and repeats none of its words', async () => {
    const failing = engineOf(() => Promise.reject(new Error('secret')));
    const error: unknown = await paintPortrait(failing, request).catch((cause: unknown) => cause);
    expect(error).toMatchObject({
      code: 'inference-failed',
      reason: 'engine-failed',
      facts: { engine: 'acme' },
    });
    expect((error as AvatarError).message).not.toContain('secret');
    expect((error as AvatarError).cause).toMatchObject({ message: 'secret' });
  });

  test('leaves the toolkit’s own errors as they are', async () => {
    const own = new AvatarError('overloaded', 'busy');
    await expect(
      paintPortrait(
        engineOf(() => Promise.reject(own)),
        request,
      ),
    ).rejects.toBe(own);
  });

  test('takes nothing for a picture but bytes', async () => {
    const empty = engineOf(async () => ({ bytes: new Uint8Array(), use: {} }));
    await expect(paintPortrait(empty, request)).rejects.toMatchObject({ reason: 'engine-no-image' });
  });
});

describe('checkEngine', () => {
  const engine = engineOf(never);
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'a PortraitEngine for engines.a'],
    ['a name with capitals', { ...engine, id: 'ACME' }, 'engines.a.id'],
    [
      'no sizes',
      { ...engine, capabilities: { ...engine.capabilities, sizes: [] } },
      'engines.a.capabilities.sizes',
    ],
    ['no deadline', { ...engine, timeoutMs: Infinity }, 'engines.a.timeoutMs'],
    [
      'one that can do nothing',
      { ...engine, capabilities: { ...engine.capabilities, fromText: false, fromPhoto: false } },
      'from text or from a photo',
    ],
  ])('refuses %s', (_name, value, message) => {
    expect(() => checkEngine('engines.a', value)).toThrow(message);
    expect(() => checkEngine('engines.a', engine)).not.toThrow();
  });
});
