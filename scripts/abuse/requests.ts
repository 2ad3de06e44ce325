/** What the abusers know: where the server is, and a key that it gave them. */
export interface Abuser {
  readonly port: number;
  readonly apiKey: string;
  /** A number in [0, 1). */
  readonly random: () => number;
}

export const oneOf = <T>({ random }: Abuser, things: readonly T[]): T =>
  things[Math.floor(random() * things.length)];

export const upTo = ({ random }: Abuser, most: number): number => Math.floor(random() * most);

export const randomBytes = (abuser: Abuser, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => upTo(abuser, 256)));

const POSTS = [
  '/v1/avatar/generate',
  '/v1/avatar/validate',
  '/v1/avatar/batch',
  '/v1/characters/draw',
  '/v1/characters/describe',
];
const GETS = ['/v1/jobs', '/v1/styles', '/v1/usage', '/v1/analytics', '/v1/account', '/healthz', '/readyz'];

export const postPath = (abuser: Abuser): string => oneOf(abuser, POSTS);
export const anyPath = (abuser: Abuser): string =>
  oneOf(abuser, [...POSTS, ...GETS, `/v1/jobs/${upTo(abuser, 1e9)}`, `/${upTo(abuser, 1e9)}`, '/docs', '/']);

/** The head of a request, with a length unless the headers say otherwise. */
export function head(
  { apiKey }: Abuser,
  method: string,
  path: string,
  headers: Readonly<Record<string, string | number>> = {},
): string {
  const lines = Object.entries({ Host: '127.0.0.1', 'X-API-Key': apiKey, ...headers });
  return `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

export const json = (abuser: Abuser, path: string, body: string | Buffer, more = {}): (string | Buffer)[] => [
  head(abuser, 'POST', path, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
    ...more,
  }),
  body,
];

/** A request that would be answered with an avatar. */
export function goodRequest(
  abuser: Abuser,
  more: Readonly<Record<string, string>> = {},
): (string | Buffer)[] {
  const photo = Buffer.from(`slow:${upTo(abuser, 100)} `.padEnd(20_000, '.')).toString('base64');
  return json(abuser, '/v1/avatar/generate', JSON.stringify({ image_base64: photo }), more);
}

/** Cut into `size` pieces, so that they can come slowly. */
export function* sliced(parts: Iterable<string | Buffer>, size: number): Generator<Buffer> {
  for (const part of parts) {
    const bytes = Buffer.from(part);
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
}
