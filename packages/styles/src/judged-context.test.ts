import { expect, test } from 'vitest';
import { isUnusualFor, judgedContext } from './judged-context.js';
import { platformByToken } from './platforms.js';

const linkedin = platformByToken('linkedin');
const discord = platformByToken('discord');

test.each([
  ['gaming', linkedin, 'gaming', true],
  ['social', linkedin, 'social', true],
  ['professional', linkedin, 'professional', false],
  ['professional', discord, 'gaming', false],
  ['gaming', discord, 'gaming', false],
  ['gaming', platformByToken('custom'), 'gaming', false],
  ['social', undefined, 'social', undefined],
] as const)('a %s style on %o is judged as %s', (context, platform, judged, unusual) => {
  expect(judgedContext({ context }, platform)).toBe(judged);
  if (platform) expect(isUnusualFor({ context }, platform)).toBe(unusual);
});
