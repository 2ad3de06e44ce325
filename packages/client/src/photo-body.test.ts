import { expect, it } from 'vitest';
import { batchBody, photoBody } from './photo-body.js';

const bytes = new Uint8Array([1, 2, 3]);

it('sends bytes as a form, with the options as its fields', async () => {
  const form = photoBody(bytes, { style: 'anime_character', seed: 5, cache_input: true, size: undefined });
  if (!(form instanceof FormData)) throw new Error('Expected a form');
  expect([form.get('style'), form.get('seed'), form.get('cache_input'), form.get('size')]).toEqual([
    'anime_character',
    '5',
    'true',
    null,
  ]);
  const image = form.get('image');
  if (!(image instanceof Blob)) throw new Error('Expected a file');
  expect(new Uint8Array(await image.arrayBuffer())).toEqual(bytes);
  expect(image).toHaveProperty('name', 'blob');
  expect(photoBody(new Blob([bytes]), {})).toBeInstanceOf(FormData);
});

it('sends everything else as JSON', () => {
  expect(photoBody({ url: 'https://x/' }, { seed: 5 })).toEqual({ seed: 5, image_url: 'https://x/' });
  expect(photoBody({ inputId: 'inp_1' }, {})).toEqual({ input_id: 'inp_1' });
  expect(photoBody(undefined, { session_id: 's' })).toEqual({ session_id: 's' });
});

it('keeps every reference of a batch beside its photo', () => {
  const form = batchBody(
    [{ photo: bytes, reference: 'a' }, { photo: bytes }, { photo: bytes, reference: 'c' }],
    {},
  );
  if (!(form instanceof FormData)) throw new Error('Expected a form');
  expect(form.getAll('reference')).toEqual(['a', '', 'c']);
  expect(form.getAll('images')).toHaveLength(3);
  expect(batchBody([{ photo: { url: 'u' }, reference: 'a' }], { style: 's' })).toEqual({
    style: 's',
    items: [{ image_url: 'u', reference: 'a' }],
  });
  expect(() => batchBody([{ photo: bytes }, { photo: { url: 'u' } }], {})).toThrow(TypeError);
});
