import type {
  BackgroundToken,
  LightToken,
  PaletteToken,
  PlatformToken,
  Style,
  StyleToken,
} from '@avatar/styles';
import { expectTypeOf, test } from 'vitest';
import type { DrawOptions, GenerateOptions } from './index.js';

/** What an editor offers for an option: the literals of its type. */
type Offered<Option> = Option extends string ? (string extends Option ? never : Option) : never;

test('editors offer the tokens of the toolkit', () => {
  expectTypeOf<StyleToken>().toExtend<Offered<GenerateOptions['style']>>();
  expectTypeOf<PlatformToken>().toExtend<Offered<GenerateOptions['platform']>>();
  expectTypeOf<PaletteToken>().toExtend<Offered<GenerateOptions['palette']>>();
  expectTypeOf<BackgroundToken>().toExtend<Offered<GenerateOptions['background']>>();
  expectTypeOf<LightToken>().toExtend<Offered<GenerateOptions['light']>>();
  expectTypeOf<BackgroundToken | 'own'>().toExtend<Offered<DrawOptions['background']>>();
});

test('tokens and styles of the caller are taken', () => {
  expectTypeOf<{ style: 'acme_gold'; palette: '#7b2ff7,#2f6bff' }>().toExtend<GenerateOptions>();
  expectTypeOf<{ style: Style; background: string }>().toExtend<GenerateOptions>();
  expectTypeOf<{ style: 7 }>().not.toExtend<GenerateOptions>();
});
