import { platformByToken } from '@avatar/styles';
import { expect, test } from 'vitest';
import { uploadWarnings } from './upload-warnings.js';

const codes = (platform: string, byteCount: number, width: number) =>
  uploadWarnings(platformByToken(platform), { bytes: new Uint8Array(byteCount), width, height: width }).map(
    ({ code, measured, threshold }) => [code, measured, threshold],
  );

test.each([
  ['github', 1_000_000, 500, []],
  ['github', 1_000_001, 500, [['file-too-large', 1_000_001, 1_000_000]]],
  ['slack', 9_000_000, 1024, []],
  ['slack', 100, 1200, [['picture-too-large', 1200, 1024]]],
  ['slack', 100, 400, [['picture-too-small', 400, 512]]],
  ['custom', 50_000_000, 64, []],
])('%s takes %i bytes of %i px, or says why not', (platform, byteCount, width, expected) => {
  expect(codes(platform, byteCount, width)).toEqual(expected);
});
