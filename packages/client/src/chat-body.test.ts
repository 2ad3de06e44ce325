import { expect, test } from 'vitest';
import { chatBody } from './chat-body.js';

test('bytes and blobs become data URLs of any size, addresses stay', async () => {
  const large = Uint8Array.from({ length: 20_000 }, (_, i) => i % 256);
  const photos = [Uint8Array.of(1, 2, 3), new Blob([large]), { url: 'https://photos.example/me.jpg' }];
  const { image_urls, ...rest } = await chatBody('hello', { photos, session_id: 'ann' });
  expect(rest).toEqual({ message: 'hello', session_id: 'ann' });
  const [small, blob, address] = image_urls as string[];
  expect(small).toBe('data:application/octet-stream;base64,AQID');
  expect(Buffer.from(blob.split(',')[1], 'base64')).toEqual(Buffer.from(large));
  expect(address).toBe('https://photos.example/me.jpg');
});

test('without photos nothing is said of them', async () => {
  expect(await chatBody('hello', { photos: [] })).toEqual({ message: 'hello' });
});
