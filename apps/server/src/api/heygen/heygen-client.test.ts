import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startReceiver, type Receiver } from '../../testing/receiver.test-support.js';
import { startTestServer, type TestServer } from '../../testing/test-server.test-support.js';

type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- whatever the vendor says
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('a photo')]);

/** A client as somebody writes it who knows the vendor's table and nothing of this server. */
class HeyGenClient {
  constructor(
    private readonly base: string,
    private readonly key: string,
  ) {}

  async call(method: string, path: string, body?: object | Buffer, type = 'application/json'): Promise<Json> {
    const answer = await fetch(this.base + path, {
      method,
      headers: { 'X-Api-Key': this.key, accept: 'application/json', ...(body && { 'Content-Type': type }) },
      ...(body && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const { error, data } = (await answer.json()) as Json;
    if (error !== null)
      throw Object.assign(new Error(error.message), { code: error.code, status: answer.status });
    return data as Json;
  }

  generate = (attributes: object) => this.call('POST', '/v2/photo_avatar/photo/generate', attributes);
  look = (body: object) => this.call('POST', '/v2/photo_avatar/look/generate', body);
  upload = (file: Buffer) => this.call('POST', '/v1/asset', file, 'image/jpeg');
  createGroup = (body: object) => this.call('POST', '/v2/photo_avatar/avatar_group/create', body);
  addLooks = (body: object) => this.call('POST', '/v2/photo_avatar/avatar_group/add', body);
  train = (group_id: string) => this.call('POST', '/v2/photo_avatar/train', { group_id });
  training = (id: string) => this.call('GET', `/v2/photo_avatar/train/status/${id}`);

  async finished(id: string): Promise<Json> {
    for (;;) {
      const data = await this.call('GET', `/v2/photo_avatar/generation/${id}`);
      if (data.status !== 'in_progress') return data;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const PERSON = {
  name: 'Lina',
  age: 'Senior',
  gender: 'Woman',
  ethnicity: 'Unspecified',
  orientation: 'square',
  pose: 'close_up',
  style: 'Pixar',
  appearance: 'a silver bob and round glasses',
};

let receiver: Receiver;
let world: TestServer;
let base: string;
beforeAll(async () => {
  receiver = await startReceiver();
  world = await startTestServer({
    postgres: process.env.AVATAR_TEST_DATABASE_URL !== undefined,
    fetchOptions: { isAllowedAddress: (address) => address === '127.0.0.1', ports: [receiver.port] },
  });
  base = await world.app.listen({ host: '127.0.0.1', port: 0 });
}, 240_000);
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

async function client(settings = {}, credits = 0) {
  const { id, headers } = await world.account(settings, credits);
  return { id, api: new HeyGenClient(base, headers['x-api-key']) };
}
const drawings = async (generationId: string) =>
  (
    await world.server.services.database.query(
      `select request->'drawing' as drawing from generations where batch_id = $1 order by batch_index`,
      [`bat_${generationId}`],
    )
  ).rows.map(({ drawing }) => drawing as Json);

test('the pictures of a list are looked up together', async () => {
  const { api } = await client();
  const made = await api.finished((await api.generate(PERSON)).generation_id);
  const asset = await api.upload(JPEG);
  for (const image_key of [made.image_key_list[0], asset.image_key])
    await api.createGroup({ name: 'Lina', image_key });
  const { archive, store } = world.server.services;
  const one = [vi.spyOn(archive, 'has'), vi.spyOn(store, 'find')];
  const { avatar_group_list } = await api.call('GET', '/v2/avatar_group.list');
  expect(avatar_group_list.map((group: Json) => typeof group.preview_image)).toEqual(['string', 'string']);
  for (const lookup of one) {
    expect(lookup).not.toHaveBeenCalled();
    lookup.mockRestore();
  }
});

test('from words to a group, and to more pictures of the same person', async () => {
  const { api, id } = await client({ billing: 'credits' }, 8);
  const { generation_id } = await api.generate(PERSON);
  const made = await api.finished(generation_id);
  expect(made).toMatchObject({ status: 'success', msg: null });
  expect((await fetch(made.image_url_list[0])).headers.get('content-type')).toBe('image/png');
  const group = await api.createGroup({ name: 'Lina', image_key: made.image_key_list[0], generation_id });
  expect(group).toMatchObject({ status: 'completed', name: 'Lina', created_at: expect.any(Number) });
  const added = await api.addLooks({
    group_id: group.group_id,
    image_keys: made.image_key_list.slice(1, 3),
    name: 'More',
    generation_id,
  });
  expect(added.photo_avatar_list).toHaveLength(2);
  expect(await api.train(group.group_id)).toEqual({ flow_id: expect.any(String) });
  expect(await api.training(group.group_id)).toMatchObject({ status: 'ready', error_msg: null });
  const look = await api.look({
    group_id: group.group_id,
    prompt: 'a red hoodie, at the beach, with a parrot',
    orientation: 'square',
    pose: 'half_body',
    style: 'Realistic',
  });
  const shown = await api.finished(look.generation_id);
  expect(shown.warnings.map(({ code }: Json) => code)).toEqual(['realistic-needs-engine', 'not-drawn']);
  const [first, second] = await drawings(look.generation_id);
  expect(first).toMatchObject({ background: 'beach_sunset', framing: 'half_body', pose: {} });
  expect(first.edits).toContainEqual({ op: 'set', path: 'clothing.style', value: 'hoodie' });
  expect(second.pose).toEqual({ yaw: 14 });
  expect(await world.server.services.billing.balance(id)).toMatchObject({ credits: 0, reservedCredits: 0 });
  const list = await api.call('GET', '/v2/avatar_group.list');
  expect(list).toMatchObject({
    total_count: 1,
    avatar_group_list: [{ id: group.group_id, num_looks: 3, train_status: 'ready' }],
  });
  const { avatar_list } = await api.call('GET', `/v2/avatar_group/${group.group_id}/avatars`);
  expect(avatar_list).toHaveLength(3);
  expect(await api.call('GET', `/v2/photo_avatar/${avatar_list[1].id}`)).toMatchObject({
    group_id: group.group_id,
    image_url: expect.stringContaining('/v1/files/out_'),
    is_motion: false,
  });
  expect(await api.call('DELETE', `/v2/photo_avatar_group/${group.group_id}`)).toBeNull();
  await expect(api.training(group.group_id)).rejects.toMatchObject({ status: 404 });
}, 120_000);

describe('of photos', () => {
  test('a group is trained by measuring, and forgets the person with the last photo', async () => {
    const { api, id } = await client();
    const asset = await api.upload(JPEG);
    expect(asset.image_key).toMatch(/^image\/[0-9a-f]{32}\/original$/);
    const { group_id } = await api.createGroup({ name: 'Ann', image_key: asset.image_key });
    expect(await api.training(group_id)).toMatchObject({ status: 'pending' });
    const wish = { group_id, prompt: 'smiling', orientation: 'square', pose: 'close_up', style: 'Pixar' };
    await expect(api.look(wish)).rejects.toMatchObject({ status: 409 });
    await api.train(group_id);
    expect(await api.training(group_id)).toMatchObject({ status: 'ready' });
    expect((await api.finished((await api.look(wish)).generation_id)).status).toBe('success');
    await world.server.services.archive.remove(id, `inp_${asset.id}`);
    expect(await api.training(group_id)).toMatchObject({ status: 'pending' });
    await expect(api.look(wish)).rejects.toMatchObject({ status: 409 });
    const { rows } = await world.server.services.database.query(
      'select character from avatar_groups where id = $1',
      [group_id],
    );
    expect(rows).toEqual([{ character: null }]);
  }, 60_000);

  test('one that shows nobody is an end of the training', async () => {
    const { api } = await client();
    const asset = await api.upload(Buffer.concat([JPEG, Buffer.from('refuse')]));
    const { group_id } = await api.createGroup({ name: 'Ann', image_key: asset.image_key });
    await api.train(group_id);
    expect(await api.training(group_id)).toMatchObject({
      status: 'failed',
      error_msg: 'No face was found. Please take another photo.',
    });
    await expect(api.upload(Buffer.from('<svg/>'))).rejects.toMatchObject({ status: 415 });
  }, 60_000);
});

test('the caller is told once a generation, when all of its pictures have ended', async () => {
  const { api } = await client();
  const callback = { callback_url: `${receiver.url}/hook`, callback_id: 'mine' };
  const { generation_id } = await api.generate({ ...PERSON, ...callback });
  const { image_key_list } = await api.finished(generation_id);
  await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(1);
  expect(receiver.received[0].headers).toHaveProperty('webhook-signature');
  expect(receiver.received[0].body).toMatchObject({
    event_type: 'photo_avatar_generation.success',
    event_data: { generation_id, callback_id: 'mine', image_key_list },
  });
}, 240_000);

test('what is of another account is as what nobody has', async () => {
  const mine = (await client()).api;
  const theirs = (await client()).api;
  const { generation_id } = await mine.generate(PERSON);
  const { image_key_list } = await mine.finished(generation_id);
  const asset = await mine.upload(JPEG);
  const { group_id } = await mine.createGroup({ name: 'Lina', image_key: image_key_list[0] });
  const own = await theirs.createGroup({ name: 'X', image_key: (await theirs.upload(JPEG)).image_key });
  const nobodys = '0'.repeat(32);
  const key = (hex: string) => `image/${hex}/original`;
  const wish = { prompt: 'smiling', orientation: 'square', pose: 'close_up', style: 'Pixar' };
  const asks: readonly (readonly [foreign: string, ask: (hex: string) => Promise<unknown>])[] = [
    [generation_id, (hex) => theirs.call('GET', `/v2/photo_avatar/generation/${hex}`)],
    [group_id, (hex) => theirs.training(hex)],
    [group_id, (hex) => theirs.train(hex)],
    [group_id, (hex) => theirs.look({ ...wish, group_id: hex })],
    [group_id, (hex) => theirs.call('GET', `/v2/photo_avatar/${hex}`)],
    [group_id, (hex) => theirs.call('GET', `/v2/avatar_group/${hex}/avatars`)],
    [group_id, (hex) => theirs.call('DELETE', `/v2/photo_avatar_group/${hex}`)],
    [asset.id, (hex) => theirs.call('GET', `/v1/asset/${hex}`)],
    [asset.id, (hex) => theirs.createGroup({ name: 'Y', image_key: key(hex) })],
    [
      image_key_list[0].split('/')[1],
      (hex) => theirs.addLooks({ group_id: own.group_id, image_keys: [key(hex)], name: 'Y' }),
    ],
  ];
  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => 'answered',
      (error: unknown) => {
        const { status, code, message } = error as Json;
        return { status: status as number, code: code as string, message: message as string };
      },
    );
  for (const [foreign, ask] of asks) {
    const unknown = await refusal(ask(nobodys));
    expect(unknown).toMatchObject({ status: 404, code: 'not_found' });
    expect(await refusal(ask(foreign))).toEqual(unknown);
  }
  expect((await theirs.call('GET', '/v2/avatar_group.list')).total_count).toBe(1);
  expect(await mine.training(group_id)).toMatchObject({ status: 'pending' });
}, 240_000);

test('bad input, refused words, an empty balance and other families are told in this shape', async () => {
  const { api } = await client({ billing: 'credits' });
  const { appearance: _appearance, ...half } = PERSON;
  const told = [
    [half, { status: 400, code: 'invalid_parameter', message: expect.stringContaining('appearance') }],
    [
      { ...PERSON, age: 'Old' },
      { status: 400, message: expect.stringContaining('age') },
    ],
    [
      { ...PERSON, appearance: 'a naked woman' },
      { status: 422, code: 'content_policy_violation' },
    ],
    [PERSON, { status: 422, code: 'insufficient_credit' }],
  ] as const;
  for (const [body, error] of told) await expect(api.generate(body)).rejects.toMatchObject(error);
  for (const path of ['/v2/video/generate', '/v2/photo_avatar/add_motion', '/v2/voices'])
    await expect(api.call('POST', path, {})).rejects.toMatchObject({ status: 404, code: 'not_found' });
  await expect(new HeyGenClient(base, 'nobody').generate(PERSON)).rejects.toMatchObject({
    status: 401,
    code: 'unauthorized',
  });
});

test('a person is erased by their name, with groups and photos', async () => {
  const { id, headers } = await world.account();
  const api = new HeyGenClient(base, headers['x-api-key']);
  const asset = await api.upload(JPEG);
  await api.createGroup({ name: 'Erna', image_key: asset.image_key });
  const { generation_id } = await api.generate({ ...PERSON, name: 'Erna' });
  await api.finished(generation_id);
  const erased = await world.app.inject({ method: 'DELETE', url: '/v1/people/Erna', headers });
  expect(erased.json()).toMatchObject({ removed: { generations: 4, groups: 1 } });
  const left = await world.server.services.database.query(
    `select 'object' as kind from stored_objects where account_id = $1 union all
     select 'group' from avatar_groups where account_id = $1`,
    [id],
  );
  expect(left.rows).toEqual([]);
}, 240_000);
