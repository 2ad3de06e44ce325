import { expect, test } from 'vitest';
import { styleBody } from './style-body.js';

const bytes = new Uint8Array([1, 2]);
const fieldsOf = (body: unknown) =>
  [...(body as FormData).entries()].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.size,
  ]);

test('files go as a form', () => {
  expect(fieldsOf(styleBody([bytes, new Blob(['abc'])], { name: 'Ours', preview: bytes }))).toEqual([
    ['name', 'Ours'],
    ['images', 2],
    ['images', 3],
    ['preview', 2],
  ]);
});

test('a ZIP file goes in one field', () => {
  const body = styleBody({ archive: bytes }, { preview: { url: 'https://a.example/me.jpg' } });
  expect(fieldsOf(body)).toEqual([
    ['archive', 2],
    ['preview_url', 'https://a.example/me.jpg'],
  ]);
});

test('addresses go as JSON, with that of the preview', () => {
  const url = 'https://a.example/1.jpg';
  expect(styleBody({ urls: [url] }, { name: 'Ours', preview: { url } })).toEqual({
    name: 'Ours',
    image_urls: [url],
    preview_url: url,
  });
  expect(() => styleBody({ urls: [url] }, { preview: bytes })).toThrow('address of the preview');
});
