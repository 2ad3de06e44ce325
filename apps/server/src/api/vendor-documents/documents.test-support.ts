import { readFileSync } from 'node:fs';
import type { TestServer } from '../../testing/test-server.test-support.js';

/** A request as a vendor's document has it; `<key>` and ids of earlier answers are filled in. */
export interface DocumentRequest {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
}

export const requestsOf = (document: string): readonly DocumentRequest[] =>
  JSON.parse(
    readFileSync(new URL(`./${document}.requests.json`, import.meta.url), 'utf8'),
  ) as DocumentRequest[];

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Sends it as it stands there, to another address and with another key. */
export async function send(
  address: string,
  key: string,
  { method, path, headers, body }: DocumentRequest,
): Promise<Answer> {
  const answer = await fetch(address + path, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      value.replace('<key>', key),
    ]),
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: await answer.text() };
}

/** The addresses of the documents lie nowhere: whatever is fetched from them is this. */
export function answerFetches({ server }: TestServer, bytes: Uint8Array): void {
  const { guardedFetch } = server.services.photos;
  Object.assign(guardedFetch, { request: () => Promise.resolve({ status: 200, headers: {}, body: bytes }) });
}

/** What differs from run to run, by the form that it has. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/https?:\/\/(?:127\.0\.0\.1|localhost)[^/"]*/g, '<address>'],
  [/(?<=\/v1\/files\/\w+)\?[^"\s)]*/g, '?<signature>'],
  [/(?<![a-z0-9])((?:out|thm|inp|tsk|avt|job|bat|cnv|gen)_)[0-9a-f]{20,}/g, '$1<id>'],
  [/(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g, '<id>'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z/g, '<time>'],
];
/** Numbers that say when or how long, or whose only use is that they differ. */
const NUMBERS = /^(?:duration_ms|time_required|seed|latency_ms|cost)$/;

const steady = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (name, one: unknown) => {
    if (typeof one === 'number' && NUMBERS.test(name)) return '<number>';
    if (typeof one !== 'string') return one;
    return VOLATILE.reduce((text, [form, name]) => text.replaceAll(form, name), one);
  });

/** An answer as its golden file has it. */
export function golden({ status, type, body }: Answer): string {
  const events = body.split('\n\n').filter((line) => line !== '');
  const content = type.startsWith('text/event-stream')
    ? events.map((line) => (line === 'data: [DONE]' ? '[DONE]' : JSON.parse(line.replace(/^data: /, ''))))
    : JSON.parse(body);
  return `${status} ${type}\n${JSON.stringify(steady(content), undefined, 2)}\n`;
}
