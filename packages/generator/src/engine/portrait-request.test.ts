import type { EngineCapabilities, PortraitEngine } from '@avatar/engine';
import { decodeImage } from '@avatar/image';
import { defineStyle, realistic, type EngineRendering } from '@avatar/styles';
import { fakeModelHub, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, test } from 'vitest';
import { createAvatarGenerator } from '../avatar-generator.js';
import { portraitRequest } from './portrait-request.js';

const person = syntheticArtifacts({ sizePx: 128 });
const capabilities: EngineCapabilities = {
  fromText: false,
  fromPhoto: true,
  mask: 'white',
  strength: true,
  seed: true,
  negativePrompt: true,
  sizes: [{ widthPx: 256, heightPx: 256 }],
  cost: 'free',
};
const rendering: EngineRendering = { ...realistic.rendering, negativePrompt: 'hats', strength: 0.6 };
const requestOf = (
  more: Partial<EngineRendering> = {},
  can: Partial<EngineCapabilities> = {},
  intensity = 1,
) =>
  portraitRequest(person, {
    rendering: { ...rendering, ...more },
    capabilities: { ...capabilities, ...can },
    intensity,
    seed: 9,
  });
const PIXELS = { maxPixels: 1e7, maxSidePx: 4096, matteColour: { r: 0, g: 255, b: 0 } };
const CORNER = 0;
const CHIN = 3 * (256 * 128 + 128);

describe('what an engine is asked for', () => {
  test('is the aligned square in a size of the engine, at the strength of the attempt', async () => {
    const request = await requestOf({}, {}, 0.5);
    expect(request).toMatchObject({ seed: 9, strength: 0.3, size: { widthPx: 256 }, negativePrompt: 'hats' });
    const { width, height } = await decodeImage(request.photo as Uint8Array, PIXELS);
    expect([width, height]).toEqual([256, 256]);
  });

  test('keeps the shape of the person where the engine has none like it', async () => {
    const { photo, size } = await requestOf({}, { sizes: [{ widthPx: 300, heightPx: 200 }] });
    expect(size).toEqual({ widthPx: 300, heightPx: 200 });
    const { width, height } = await decodeImage(photo as Uint8Array, PIXELS);
    expect([width, height]).toEqual([200, 200]);
  });

  test('marks the person, as the engine wants it marked', async () => {
    const all = await requestOf();
    expect(new Set((await decodeImage(all.mask as Uint8Array, PIXELS)).data)).toEqual(new Set([255]));
    const white = await requestOf({ paints: 'person' });
    const { data } = await decodeImage(white.mask as Uint8Array, PIXELS);
    expect([data[CORNER], data[CHIN]]).toEqual([0, 255]);
    // Where the mask is transparent the colour under it shows: green is seen, white is not.
    const clear = await requestOf({ paints: 'person' }, { mask: 'transparent' });
    const seen = (await decodeImage(clear.mask as Uint8Array, PIXELS)).data;
    expect([...seen.slice(CORNER, CORNER + 3)]).toEqual([0, 0, 0]);
    expect([...seen.slice(CHIN, CHIN + 3)]).toEqual([0, 255, 0]);
    expect((await requestOf({ paints: 'person' }, { mask: 'none' })).mask).toBeUndefined();
  });

  test('says less in words where the engine has no setting for it', async () => {
    const words = async (strength: boolean, intensity: number) =>
      (await requestOf({}, { strength, negativePrompt: false }, intensity)).prompt;
    expect(await words(true, 0.5)).toBe(await words(true, 1));
    expect(await words(false, 1)).toBe(await words(true, 1));
    expect(await words(false, 0.5)).toContain('leave the face exactly as it is');
    expect((await requestOf({}, { negativePrompt: false })).negativePrompt).toBeUndefined();
  });
});

describe('engines of a generator', () => {
  const models = fakeModelHub({});
  const engine: PortraitEngine = {
    id: 'acme',
    timeoutMs: 1000,
    capabilities,
    paint: () => Promise.reject(new Error('not called')),
  };
  const create = (engines: Record<string, PortraitEngine>) =>
    createAvatarGenerator({ models, engines, styles: [realistic] });

  test('are there for every style that names one', () => {
    expect(() => create({ realistic: engine })).not.toThrow();
    expect(() => create({ other: engine })).toThrow(/an engine "realistic".*for engines, received "other"/);
    expect(() => create({})).toThrow('received "none"');
  });

  test('paint from photos', () => {
    const fromText = { ...engine, capabilities: { ...capabilities, fromPhoto: false, fromText: true } };
    expect(() => create({ realistic: fromText })).toThrow('paints from a photo');
  });

  test('are asked for by a style that is given in the call, too', async () => {
    const generator = createAvatarGenerator({ models });
    await expect(generator.generate('none.jpg', { style: realistic })).rejects.toMatchObject({
      code: 'invalid-options',
      facts: { option: 'engines' },
    });
  });
});

test.each([
  ['engine', 'No Name'],
  ['prompt', ''],
  ['strength', 0],
  ['paints', 'background'],
])('a style with a wrong %s is refused', (field, value) => {
  const wrong = { ...realistic, rendering: { ...realistic.rendering, [field]: value } };
  expect(() => defineStyle(wrong as typeof realistic)).toThrow(`for rendering.${field}`);
});
