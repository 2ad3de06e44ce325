import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS } from '../database/database.test-support.js';
import { filesWith, tablesWith } from '../testing/left-behind.test-support.js';
import { photo, startTestServer, type TestServer } from '../testing/test-server.test-support.js';

const PERSON = 'grace.hopper@navy.example';
const HOOK = 'https://hooks-of-erna.example/avatars';
const WORDS = [PERSON, HOOK, 'callback-of-grace', 'session-of-grace', 'key-of-grace'] as const;

for (const { name, missing } of DATABASE_KINDS)
  describe.skipIf(missing)(`what is erased, in every table and every file, on ${name}`, () => {
    let world: TestServer;
    beforeAll(async () => {
      world = await startTestServer({ postgres: name === 'postgres' });
    });
    afterAll(() => world[Symbol.asyncDispose]());

    const found = async (needle: string | Uint8Array): Promise<string[]> => [
      ...(typeof needle === 'string' ? await tablesWith(world.server.services.database, needle) : []),
      ...(await filesWith(world.dataDir, needle)),
    ];
    const foundOf = async (needles: Readonly<Record<string, string | Uint8Array>>) => {
      const all: Record<string, string[]> = {};
      for (const [what, needle] of Object.entries(needles)) {
        const places = await found(needle);
        if (places.length > 0) all[what] = places;
      }
      return all;
    };

    /** An account that used everything, for one person. @returns everything by which it could be found */
    async function used(named: string) {
      const { services } = world.server;
      const { account } = await services.directory.create(named, { billing: 'credits' });
      await services.billing.grant(account.id, 20);
      const headers = { 'x-api-key': await services.directory.createKey(account.id) };
      const body = {
        reference: PERSON,
        callback_url: HOOK,
        callback_id: 'callback-of-grace',
        session_id: 'session-of-grace',
      };
      const post = (url: string, payload: object, more: Record<string, string> = {}) =>
        world.app.inject({ method: 'POST', url, headers: { ...headers, ...more }, payload });
      const generate = (words: string, options: object, more: Record<string, string>) =>
        post('/v1/avatar/generate', { image_base64: photo(words), ...body, ...options }, more);
      const made = await generate('one', {}, { 'idempotency-key': 'key-of-grace' });
      const inline = await generate('two', { delivery: 'inline' }, { 'idempotency-key': 'key-of-grace-2' });
      const job = await generate('three', {}, { prefer: 'respond-async' });
      const { session_id: _session, ...common } = body;
      const items = [{ image_base64: photo('four'), reference: PERSON }];
      const batch = await post('/v1/avatar/batch', { ...common, reference: undefined, items });
      const ids = [made, inline, job].map((answer) => answer.json<{ id: string }>().id);
      await expect
        .poll(
          () =>
            world.server.services.database.query(
              `select 1 from generations where status in ('queued', 'running')`,
            ),
          {
            timeout: 30_000,
          },
        )
        .toMatchObject({ rows: [] });
      await post(`/v1/avatar/${ids[0]}/choice`, { choice: 'declined' });
      await services.outbox.disable(account.id, HOOK, 410);
      const { rows } = await services.database.query(
        `select key from stored_objects where account_id = $1 union all
         select id from webhook_deliveries where account_id = $1`,
        [account.id],
      );
      const picture = await world.app.inject({
        url: made.json<{ avatar_url: string }>().avatar_url.replace(/^http:\/\/[^/]*/, ''),
      });
      const inAnswer = Buffer.from(inline.json<{ avatar_base64: string }>().avatar_base64, 'base64');
      return {
        account,
        headers,
        avatars: { avatar: ids[0], inline: ids[1], job: ids[2] },
        needles: {
          ...Object.fromEntries(WORDS.map((word) => [word, word])),
          ...Object.fromEntries(rows.map(({ key }) => [String(key), String(key)])),
          batch: batch.json<{ id: string }>().id,
          'bytes of the picture': new Uint8Array(picture.rawPayload),
          'bytes of the picture in the answer': new Uint8Array(inAnswer),
        } as Record<string, string | Uint8Array>,
      };
    }

    test('of a person', async () => {
      const { account, headers, avatars, needles } = await used('Erna Musterfrau GmbH');
      // What nobody could find before proves nothing.
      const { 'bytes of the picture in the answer': _encrypted, ...before } = needles;
      expect(Object.keys(await foundOf(before))).toEqual(Object.keys(before));
      const url = `/v1/people/${encodeURIComponent(PERSON)}`;
      const receipt = await world.app.inject({ method: 'DELETE', url, headers });
      expect(receipt.json()).toMatchObject({ removed: { generations: 4, answers: 2 } });
      // An address that answered 410 is of the account, whoever it was asked for.
      expect(await foundOf({ ...needles, [HOOK]: 'nothing' })).toEqual({});
      expect(await tablesWith(world.server.services.database, HOOK)).toEqual(['disabled_webhooks']);
      // The books stay: a charge names an avatar of which nothing else is known.
      for (const id of Object.values(avatars))
        expect(await tablesWith(world.server.services.database, id)).toEqual(['ledger']);
      await world.app.inject({ method: 'DELETE', url: `/v1/account?confirm=${account.id}`, headers });
    }, 120_000);

    test('of an account', async () => {
      const { account, headers, avatars, needles } = await used('Otto Normal AG');
      const url = `/v1/account?confirm=${account.id}`;
      expect((await world.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(200);
      const all = {
        ...needles,
        ...avatars,
        account: account.id,
        name: account.name,
        key: headers['x-api-key'],
      };
      expect(await foundOf(all)).toEqual({});
    }, 120_000);
  });
