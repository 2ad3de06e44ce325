import type { ModelHub } from '@avatar/models';
import type { Stage } from '@avatar/stage';
import { expectTypeOf, test } from 'vitest';
import { faceAlign, faceDetect, faceRegions } from './index.js';

declare const models: ModelHub;

test('faceAlign reads a matte unless it frames from the landmarks', () => {
  expectTypeOf(faceAlign({ models })).toEqualTypeOf<
    Stage<'photo' | 'faces' | 'matte', 'face' | 'embedding'>
  >();
  expectTypeOf(faceAlign({ models, frameFrom: 'landmarks' })).toEqualTypeOf<
    Stage<'photo' | 'faces', 'face' | 'embedding'>
  >();
});

test('the other stages read and write what their names say', () => {
  expectTypeOf(faceDetect({ models })).toEqualTypeOf<Stage<'photo', 'faces'>>();
  expectTypeOf(faceRegions()).toEqualTypeOf<Stage<'face' | 'cutout', 'regions'>>();
  expectTypeOf(faceRegions({ models, parts: true })).toEqualTypeOf<Stage<'face' | 'cutout', 'regions'>>();
});

test('options are typed', () => {
  // @ts-expect-error a hub is needed
  faceAlign({});
  // @ts-expect-error parts need a hub
  faceRegions({ parts: true });
  // @ts-expect-error no such framing
  faceAlign({ models, framing: { headHeight: 0.5 } });
});
