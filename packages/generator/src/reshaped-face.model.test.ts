import { fileURLToPath } from 'node:url';
import { decodeImage } from '@avatar/image';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAvatarGenerator, type AvatarGenerator } from './avatar-generator.js';
import type { GenerateOptions } from './options.js';

const HOPPER = fileURLToPath(new URL('../../../examples/photos/grace-hopper.jpg', import.meta.url));

let generator: AvatarGenerator;
beforeAll(() => void (generator = createAvatarGenerator()));
afterAll(() => generator[Symbol.asyncDispose]());

const made = (options: GenerateOptions) => generator.generate(HOPPER, { sizePx: 512, ...options });
const codesOf = ({ validationWarnings }: Awaited<ReturnType<typeof made>>) =>
  validationWarnings.map(({ code }) => code);
const pixelsOf = async ({ bytes }: Awaited<ReturnType<typeof made>>) =>
  (await decodeImage(bytes, { maxPixels: 1e7, maxSidePx: 4096, matteColour: { r: 0, g: 0, b: 0 } })).data;

test.each(['corporate_headshot', 'anime_character'])(
  '%s with a smile and a turn is still the person of the photo, and says what it changed',
  async (style) => {
    const [plain, changed] = [await made({ style }), await made({ style, smile: 0.5, yawDeg: 5 })];
    expect(codesOf(changed)).toEqual(expect.arrayContaining(['expression-changed', 'head-turned']));
    expect(codesOf(plain)).not.toContain('expression-changed');
    expect(changed.timingsMs['face-reshape']).toBeGreaterThan(0);
    expect(plain.timingsMs['face-reshape']).toBeUndefined();
    expect(await pixelsOf(changed)).not.toEqual(await pixelsOf(plain));
    expect(changed.decision).toMatch(/accept/);
  },
);

test('the likeness is that to the photo, not to the changed face', async () => {
  const [plain, changed] = [await made({}), await made({ smile: 0.5, yawDeg: 5 })];
  expect(changed.likenessCosine).toBeLessThan(Number(plain.likenessCosine));
  expect(changed.likenessScore).toBeGreaterThan(0.85);
});

test('an original that is delivered in its place is the photo as it was', async () => {
  const refused = { minLikeness: 1, onFail: 'fallback_original' } as const;
  const [plain, changed] = [await made(refused), await made({ ...refused, smile: 0.5, yawDeg: 5 })];
  expect(changed.delivered).toBe('original');
  expect(codesOf(changed)).not.toContain('expression-changed');
  expect(codesOf(changed)).not.toContain('head-turned');
  expect(await pixelsOf(changed)).toEqual(await pixelsOf(plain));
});
