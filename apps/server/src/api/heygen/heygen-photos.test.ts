import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.test-support.js';

const REAL_DRAWING = new URL('../../testing/drawing-worker.test-support.ts', import.meta.url);
const HEX = /^[0-9a-f]{32}$/;

/** The document's own request. */
const LINA = {
  name: 'Lina',
  age: 'Young Adult',
  gender: 'Woman',
  ethnicity: 'Asian American',
  orientation: 'horizontal',
  pose: 'half_body',
  style: 'Realistic',
  appearance: 'A stylish East Asian Woman in casual attire walking through a bustling city street',
};

let world: TestServer;
let headers: Readonly<Record<string, string>>;
beforeAll(async () => {
  world = await startTestServer({
    postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined,
    pool: { module: REAL_DRAWING, workers: 1, deadlineMs: 120_000 },
  });
  ({ headers } = await world.account());
}, 240_000);
afterAll(() => world[Symbol.asyncDispose]());

const generate = (body: object, more = {}) =>
  world.app.inject({
    method: 'POST',
    url: '/v2/photo_avatar/photo/generate',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers, ...more },
    payload: JSON.stringify(body),
  });
const look = (id: string) =>
  world.app.inject({
    method: 'GET',
    url: `/v2/photo_avatar/generation/${id}`,
    headers: { accept: 'application/json', ...headers },
  });

interface Generation {
  readonly status: string;
  readonly image_url_list: string[] | null;
  readonly image_key_list: string[] | null;
  readonly warnings: { readonly code: string }[];
}
const dataOf = async (id: string) => (await look(id)).json<{ data: Generation }>().data;
async function finished(id: string): Promise<Generation> {
  await expect
    .poll(async () => (await dataOf(id)).status, { timeout: 400_000, interval: 200 })
    .not.toBe('in_progress');
  return dataOf(id);
}

describe("the document's requests", () => {
  test('make four pictures of a person who is really drawn', async () => {
    const started = await generate(LINA);
    expect(started.statusCode).toBe(200);
    expect(started.json()).toEqual({ error: null, data: { generation_id: expect.stringMatching(HEX) } });
    const { generation_id: id } = started.json<{ data: { generation_id: string } }>().data;
    expect((await look(id)).json()).toEqual({
      error: null,
      data: {
        id,
        status: 'in_progress',
        msg: null,
        image_url_list: null,
        image_key_list: null,
        warnings: [],
      },
    });
    const data = await finished(id);
    expect(data).toMatchObject({ id, status: 'success', msg: null });
    expect(data.image_key_list).toEqual(
      Array.from({ length: 4 }, () => expect.stringMatching(/^image\/[0-9a-f]{32}\/original$/)),
    );
    expect(new Set(data.image_key_list).size).toBe(4);
    expect(data.warnings.map(({ code }) => code)).toContain('realistic-needs-engine');
    const pictures = await Promise.all(
      (data.image_url_list ?? []).map((url) => world.app.inject({ method: 'GET', url })),
    );
    expect(pictures.map(({ headers: { 'content-type': type } }) => type)).toEqual(
      Array.from({ length: 4 }, () => 'image/png'),
    );
    // The document asks for a horizontal picture: width and height stand behind the name of a PNG's first chunk.
    const sizes = pictures.map(({ rawPayload: png }) => [png.readUInt32BE(16), png.readUInt32BE(20)]);
    expect(sizes).toEqual(Array.from({ length: 4 }, () => [1344, 768]));
    // Each is another person whom the words fit.
    expect(new Set(pictures.map(({ rawPayload }) => rawPayload.toString('base64'))).size).toBe(4);
  }, 600_000);
});
