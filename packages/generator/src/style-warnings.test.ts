import { animeCharacter, corporateHeadshot, platformByToken } from '@avatar/styles';
import { expect, test } from 'vitest';
import { styleWarnings } from './style-warnings.js';

test('a drawing on a professional platform is warned of, and made', () => {
  expect(styleWarnings(animeCharacter, platformByToken('linkedin'))).toMatchObject([
    { code: 'style-unusual-for-platform', measured: 0.6, threshold: 0.85 },
  ]);
  expect(styleWarnings(animeCharacter, platformByToken('discord'))).toEqual([]);
  expect(styleWarnings(animeCharacter, platformByToken('custom'))).toEqual([]);
  expect(styleWarnings(corporateHeadshot, platformByToken('linkedin'))).toEqual([]);
});
