import { expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { DrawnRendering } from '../kinds/drawn/drawn-rendering.js';
import type { EngineRendering } from '../kinds/engine/engine-rendering.js';
import type { FittedRendering } from '../kinds/fitted/fitted-rendering.js';
import type { FunctionRendering } from '../kinds/function/function-rendering.js';
import type { ModelRendering } from '../kinds/model/model-rendering.js';
import type { PhotoRendering } from '../kinds/photo/photo-rendering.js';
import type { Rendering } from '../kinds/rendering.js';
import type { Style } from '../style.js';
import type { styleFileSchema, styleSchema } from './style-schema.js';

/**
 * What the schema gives, with nothing to write to, as the documented interfaces have it. Names that editors complete
 * are any text to the schema, which looks them up.
 */
type Frozen<T> = [T, string] extends [string, T]
  ? string
  : T extends (...args: never) => unknown
    ? T
    : T extends object
      ? { readonly [Key in keyof T]: Frozen<T[Key]> }
      : T;

type Checked = Frozen<z.infer<typeof styleSchema>>;
type CheckedFile = Frozen<Omit<z.infer<typeof styleFileSchema>, '$schema'>>;

type OfKind<Kind extends Rendering['kind']> = Extract<Checked['rendering'], { kind: Kind }>;

test('every kind of rendering has the same fields in the schema and in its interface', () => {
  expectTypeOf<OfKind<'photo'>>().toEqualTypeOf<PhotoRendering>();
  expectTypeOf<OfKind<'drawn'>>().toEqualTypeOf<DrawnRendering>();
  expectTypeOf<OfKind<'model'>>().toEqualTypeOf<ModelRendering>();
  expectTypeOf<OfKind<'function'>>().toEqualTypeOf<FunctionRendering>();
  expectTypeOf<OfKind<'engine'>>().toEqualTypeOf<EngineRendering>();
  expectTypeOf<OfKind<'fitted'>>().toEqualTypeOf<FittedRendering>();
});

test('what passes the schema is a style, and every style has a type that passes', () => {
  expectTypeOf<Checked>().toEqualTypeOf<Frozen<Style>>();
});

test('a style file holds every kind of rendering that is data', () => {
  expectTypeOf<CheckedFile['rendering']>().toEqualTypeOf<Exclude<Rendering, FunctionRendering>>();
  expectTypeOf<CheckedFile>().toExtend<Style>();
});
