import type { Stage } from '@avatar/stage';
import { expectTypeOf, test } from 'vitest';
import { background } from './background.js';

test('only backgrounds from the photo read it', () => {
  expectTypeOf(background()).toEqualTypeOf<Stage<never, 'background'>>();
  expectTypeOf(background({ token: 'pastel' })).toEqualTypeOf<Stage<never, 'background'>>();
  expectTypeOf(background({ token: 'castle_dusk' })).toEqualTypeOf<Stage<never, 'background'>>();
  expectTypeOf(background({ token: 'image' })).toEqualTypeOf<Stage<never, 'background'>>();
  expectTypeOf(background({ token: '#336699' })).toEqualTypeOf<Stage<never, 'background'>>();
  expectTypeOf(background({ token: 'deep_bokeh' })).toEqualTypeOf<Stage<'face' | 'cutout', 'background'>>();
});
