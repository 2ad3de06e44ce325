import { stageContext, syntheticArtifacts } from '@avatar/testing';
import { expect, test } from 'vitest';
import { warnOfLighterSkin } from './lighter-skin.js';

const { regions } = syntheticArtifacts({ sizePx: 64 });
const withLightness = (lightness: number) => ({ ...regions, skinLab: [lightness, 15, 18] as const });

test.each([
  [40, 55, ['skin-lighter']],
  [70, 77, ['skin-lighter']],
  [40, 45, []],
  [40, 30, []],
])('skin of lightness %i that becomes %i', (before, after, expected) => {
  const context = stageContext();
  warnOfLighterSkin(withLightness(before), withLightness(after), context);
  expect(context.warnings.map(({ code }) => code)).toEqual(expected);
});
