import { runCommand, type Environment } from './server-process.js';

/** An account that pays with credits, so that the books can be checked, and has enough of them. */
export interface LoadAccount {
  readonly id: string;
  readonly apiKey: string;
  readonly credits: number;
}

const UNLIMITED = 1_000_000;

export async function newAccount(environment: Environment, credits: number): Promise<LoadAccount> {
  const settings = JSON.stringify({
    billing: 'credits',
    requestsPerMinute: UNLIMITED,
    readsPerMinute: UNLIMITED,
  });
  const made = await runCommand(environment, 'keys', 'create', '--settings', settings);
  const id = /account: (\S+)/.exec(made)?.[1];
  const apiKey = /key: (\S+)/.exec(made)?.[1];
  if (id === undefined || apiKey === undefined) throw new Error('The command made no key');
  await runCommand(environment, 'keys', 'grant', id, String(credits));
  return { id, apiKey, credits };
}
