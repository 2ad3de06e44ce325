import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Account, AccountDirectory } from '../accounts/index.js';
import type { schema } from '../database/index.js';
import { ApiError } from '../errors/index.js';
import { credentialOf } from './credentials.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `useAuthentication`; read it with `accountOf`. */
    account: Account | null;
    /** What the key of the request may be used for. */
    keyScopes: readonly schema.KeyScope[] | null;
  }
}

/** Every route of this scope needs a key, before its body is read. */
export function useAuthentication(app: FastifyInstance, directory: AccountDirectory): void {
  app.decorateRequest('account', null);
  app.decorateRequest('keyScopes', null);
  app.addHook('onRequest', async (request) => {
    const key = credentialOf(request.headers);
    const caller = key === undefined ? undefined : await directory.authenticate(key);
    if (caller === undefined)
      throw new ApiError('unauthorized', 'Send a valid key as X-API-Key or as Authorization: Bearer');
    request.account = caller.account;
    request.keyScopes = caller.scopes;
  });
}

export function accountOf({ account }: FastifyRequest): Account {
  if (account === null)
    throw new Error('The route needs an account and is outside of the scope that has one');
  return account;
}

/** Hex SHA-256 of the key of the request: names it where its secret is not to be. */
export function keyHashOf({ headers }: FastifyRequest): string {
  const key = credentialOf(headers);
  if (key === undefined)
    throw new Error('The route needs a key and is outside of the scope that asks for one');
  return createHash('sha256').update(key).digest('hex');
}
