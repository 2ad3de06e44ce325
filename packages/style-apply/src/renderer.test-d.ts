import type { PhotoKind } from '@avatar/styles';
import { expectTypeOf, test } from 'vitest';
import type { RENDERERS, RendererTable } from './renderer.js';

test('a kind of rendering without a renderer does not compile', () => {
  expectTypeOf<typeof RENDERERS>().toExtend<RendererTable>();
  expectTypeOf<typeof RENDERERS>().not.toExtend<RendererTable<PhotoKind | 'fifth'>>();
});
