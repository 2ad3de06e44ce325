import { expectTypeOf, test } from 'vitest';
import type {
  BackgroundToken,
  KnownOrOwn,
  LightToken,
  PaletteToken,
  PlatformToken,
  Style,
  StyleToken,
} from './index.js';
import { noir, STYLES, styleByToken } from './index.js';

test('tokens are those of the data, so that editors complete them', () => {
  expectTypeOf<'noir'>().toExtend<StyleToken>();
  expectTypeOf<'linkedin'>().toExtend<PlatformToken>();
  expectTypeOf<'twitter'>().toExtend<PlatformToken>();
  expectTypeOf<'navy'>().toExtend<PaletteToken>();
  expectTypeOf<'studio_light' | '#336699'>().toExtend<BackgroundToken>();
  expectTypeOf<'dramatic'>().toExtend<LightToken>();
});

test('a token that is not in the data is not among them', () => {
  expectTypeOf<'nior'>().not.toExtend<StyleToken>();
  expectTypeOf<'linked_in'>().not.toExtend<PlatformToken>();
  expectTypeOf<'navy_blue'>().not.toExtend<PaletteToken>();
  expectTypeOf<'studio'>().not.toExtend<BackgroundToken>();
  expectTypeOf<'bright'>().not.toExtend<LightToken>();
});

test('an option takes tokens of the caller as well, and the known ones stay in its type', () => {
  expectTypeOf<string>().toExtend<KnownOrOwn<StyleToken>>();
  expectTypeOf<Extract<KnownOrOwn<StyleToken>, 'noir'>>().toEqualTypeOf<'noir'>();
  expectTypeOf<Extract<Style['platforms'][number], 'discord'>>().toEqualTypeOf<'discord'>();
  expectTypeOf<Extract<Style['background']['palette'], 'navy'>>().toEqualTypeOf<'navy'>();
});

test('a style of the toolkit is one of any token', () => {
  expectTypeOf(noir).toExtend<Style>();
  expectTypeOf(noir.token).toEqualTypeOf<'noir'>();
  expectTypeOf(STYLES[0].token).toEqualTypeOf<StyleToken>();
  expectTypeOf(styleByToken('acme')).toEqualTypeOf<Style>();
});
