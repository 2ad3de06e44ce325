import { encodePng } from '@avatar/image';
import { AvatarError } from '@avatar/stage';
import { expect, test } from 'vitest';
import { loadBackdrop } from './load-backdrop.js';

const png = (width: number, height: number) =>
  encodePng({ data: new Uint8Array(width * height * 3).fill(90), width, height, channels: 3 });

const refusal = async (...args: Parameters<typeof loadBackdrop>): Promise<AvatarError> => {
  const error: unknown = await loadBackdrop(...args).catch((reason: unknown) => reason);
  if (!AvatarError.is(error)) throw new Error('expected a refusal');
  return error;
};

test('decodes a picture that is smaller than a photo may be', async () => {
  const picture = await loadBackdrop({ bytes: await png(80, 64) }, { minSidePx: 500 }, undefined);
  expect(picture).toMatchObject({ width: 80, height: 64, channels: 3 });
  expect(picture?.data[0]).toBe(90);
});

test('there may be none', async () => {
  expect(await loadBackdrop(undefined, undefined, undefined)).toBeUndefined();
});

test.each([
  ['not-found', { path: '/nowhere/office.jpg' }],
  ['not-an-image', { bytes: Buffer.from('hello, this is no picture') }],
  ['unsupported-format', { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') }],
  ['corrupt', { bytes: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1') }],
])('refuses what is %s, and says that it is not the photo', async (reason, source) => {
  const error = await refusal(source, undefined, undefined);
  expect(error).toMatchObject({ code: 'input-rejected', reason, facts: { option: 'backgroundImage' } });
  expect(error.publicMessage).toContain('background picture');
  expect(`${error.message} ${error.publicMessage}`).not.toContain('office');
});

test('keeps the limits of a photo', async () => {
  const bytes = await png(300, 300);
  expect(await refusal({ bytes }, { maxPixels: 80_000 }, undefined)).toMatchObject({ reason: 'too-large' });
  expect(await refusal({ bytes: await png(63, 300) }, undefined, undefined)).toMatchObject({
    reason: 'too-small',
  });
});

test('an aborted run rejects with the reason', async () => {
  const reason = new Error('changed my mind');
  const run = loadBackdrop({ bytes: await png(80, 80) }, undefined, AbortSignal.abort(reason));
  await expect(run).rejects.toBe(reason);
});
