import { head, oneOf, postPath, randomBytes, upTo, type Abuser } from './requests.js';

const BOUNDARY = 'b0undary';
const MEGABYTE = Buffer.alloc(1_000_000, 0x20);

const part = (disposition: string, body: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: ${disposition}\r\n\r\n${body}\r\n`;

const BODIES: readonly ((abuser: Abuser) => string | Buffer)[] = [
  () => '',
  () => `--${BOUNDARY}--`,
  () => `--other\r\n\r\n--other--\r\n`,
  () => part('form-data; name="image"; filename="a.png"', 'no end'),
  () => part('form-data', 'no name') + `--${BOUNDARY}--\r\n`,
  () => part('attachment; name="image"', 'a') + `--${BOUNDARY}--\r\n`,
  () => part(`form-data; name="${'n'.repeat(100_000)}"`, 'a') + `--${BOUNDARY}--\r\n`,
  () => part('form-data; name="seed"', '1').repeat(2_000) + `--${BOUNDARY}--\r\n`,
  () => part('form-data; name="image"; filename="a"', 'a').repeat(500) + `--${BOUNDARY}--\r\n`,
  () => part('form-data; name="__proto__"', '{}') + `--${BOUNDARY}--\r\n`,
  () => part('form-data; name="reference"', 'r'.repeat(400_000)) + `--${BOUNDARY}--\r\n`,
  () => `--${BOUNDARY}\r\n${'X-Header: a\r\n'.repeat(5_000)}\r\na\r\n--${BOUNDARY}--\r\n`,
  (abuser) => randomBytes(abuser, upTo(abuser, 5_000)),
];

/** A form that is none, complete or not. */
export function badForm(abuser: Abuser): (string | Buffer)[] {
  const body = oneOf(abuser, BODIES)(abuser);
  const type = oneOf(abuser, [
    `multipart/form-data; boundary=${BOUNDARY}`,
    `multipart/form-data; boundary=${BOUNDARY}`,
    'multipart/form-data',
    'multipart/form-data; boundary=',
    `multipart/mixed; boundary=${BOUNDARY}`,
    `multipart/form-data; boundary=${'b'.repeat(300)}`,
  ]);
  const headers = { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), Connection: 'close' };
  return [head(abuser, 'POST', postPath(abuser), headers), body];
}

/** A file of 64 MB is announced, and some of it comes. */
export function* cutUpload(abuser: Abuser): Generator<string | Buffer> {
  const isChunked = abuser.random() < 0.5;
  yield head(abuser, 'POST', '/v1/avatar/generate', {
    'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
    ...(isChunked ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': 60_000_000 }),
  });
  const begin = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\n\r\n`;
  const pieces = [Buffer.from(begin), ...Array.from({ length: upTo(abuser, 8) }, () => MEGABYTE)];
  for (const piece of pieces) {
    if (isChunked) yield `${piece.length.toString(16)}\r\n`;
    yield piece;
    if (isChunked) yield '\r\n';
  }
}
