import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ImageModelV3CallOptions } from '@ai-sdk/provider';
import { createAvatarGenerator } from '@avatar/generator';
import { createModelHub } from '@avatar/onnx';
import { defineStyle, realistic } from '@avatar/styles';
import { MockImageModelV3 } from 'ai/test';
import { expect, test } from 'vitest';
import { aiSdkEngine } from './ai-sdk-engine.js';

const photoOf = (name: string) => fileURLToPath(new URL(`../../../examples/photos/${name}`, import.meta.url));
const style = defineStyle({
  ...realistic,
  token: 'studio',
  rendering: { ...realistic.rendering, engine: 'painter', paints: 'person' },
});

test('a model that paints somebody else first is asked again, and the photo that it gives back then is accepted', async () => {
  const stranger = new Uint8Array(await readFile(photoOf('astronaut.png')));
  const calls: ImageModelV3CallOptions[] = [];
  const model = new MockImageModelV3({
    doGenerate: async (call) => {
      calls.push(call);
      const photo = call.files?.[0] as { readonly data: Uint8Array };
      return {
        images: [calls.length === 1 ? stranger : photo.data],
        warnings: [],
        response: { timestamp: new Date(0), modelId: 'painter-1', headers: undefined },
      };
    },
  });
  const engine = aiSdkEngine({
    model,
    mask: 'white',
    costUsd: 0.04,
    strengthOptions: (strength) => ({ acme: { strength } }),
  });
  await using models = createModelHub();
  await using generator = createAvatarGenerator({ models, styles: [style], engines: { painter: engine } });
  const result = await generator.generate(photoOf('grace-hopper.jpg'), { style: 'studio', sizePx: 512 });
  expect(result).toMatchObject({ decision: 'auto_accept', style: 'studio' });
  expect(result.engineCalls).toMatchObject([
    { engine: 'ai-sdk', attempt: 0, model: 'painter-1', costUsd: 0.04, strength: 0.4 },
    { engine: 'ai-sdk', attempt: 1, model: 'painter-1', costUsd: 0.04 },
  ]);
  const [first, second] = calls.map(({ providerOptions }) => Number(providerOptions['acme']['strength']));
  expect(second).toBeLessThan(first);
  expect(calls.map(({ size, mask }) => [size, mask?.type])).toEqual(Array(2).fill(['1024x1024', 'file']));
});
