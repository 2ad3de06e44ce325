import type { TestServer } from './test-server.test-support.js';

export interface StyleAnswer {
  readonly style_token: string;
  readonly status: string;
  readonly progress: { readonly done: number; readonly of: number };
  readonly error?: { readonly code: string; readonly reason?: string; readonly detail: string };
  readonly report?: { readonly used: number; readonly left_out: readonly object[] };
  readonly variants?: readonly { readonly style_token: string }[];
  readonly previews?: readonly { readonly subject: string; readonly url: string }[];
  readonly credits_charged: number;
}

export type Headers = Readonly<Record<string, string>>;
export type File = readonly [field: string, content: string | Uint8Array];

/** So many pictures that the fake worker understands. */
export const pictures = (count: number, words = 'a picture'): File[] =>
  Array.from({ length: count }, (_, i) => ['images', `${words} ${i}`]);

/** A form as clients send it, in parts for `inject` and `fetch`. */
export async function form(
  files: readonly File[],
  fields: Readonly<Record<string, string>> = {},
): Promise<{ readonly payload: Buffer; readonly type: string }> {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  for (const [name, content] of files) data.append(name, new Blob([content]));
  const response = new Response(data);
  const type = response.headers.get('content-type') ?? '';
  return { payload: Buffer.from(await response.arrayBuffer()), type };
}

export async function sendStyle(
  { app }: Pick<TestServer, 'app'>,
  headers: Headers,
  files: readonly File[],
  fields: Readonly<Record<string, string>> = {},
) {
  const { payload, type } = await form(files, fields);
  return app.inject({
    method: 'POST',
    url: '/v1/styles',
    headers: { ...headers, 'content-type': type },
    payload,
  });
}

export const lookAt = async ({ app }: Pick<TestServer, 'app'>, headers: Headers, token: string) =>
  (await app.inject({ url: `/v1/styles/${token}`, headers })).json<StyleAnswer>();
