import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Account, AccountDirectory } from '../accounts/index.js';
import { ApiError } from '../errors/index.js';
import { credentialOf } from './credentials.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by `useAuthentication`; read it with `accountOf`. */
    account: Account | null;
  }
}

/** Every route of this scope needs a key, before its body is read. */
export function useAuthentication(app: FastifyInstance, directory: AccountDirectory): void {
  app.decorateRequest('account', null);
  app.addHook('onRequest', async (request) => {
    const key = credentialOf(request.headers);
    const account = key === undefined ? undefined : await directory.authenticate(key);
    if (account === undefined)
      throw new ApiError('unauthorized', 'Send a valid key as X-API-Key or as Authorization: Bearer');
    request.account = account;
  });
}

export function accountOf({ account }: FastifyRequest): Account {
  if (account === null)
    throw new Error('The route needs an account and is outside of the scope that has one');
  return account;
}
