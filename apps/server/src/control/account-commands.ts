import type { Command } from 'commander';
import { parsedSettings } from '../accounts/index.js';
import { auditEntries, type AuditEntry } from '../audit/index.js';
import { eraseAccount, erasePerson } from '../erasure/index.js';
import { jsonObject, moment, wholeNumber } from './command-words.js';
import type { KeysCommandWorld } from './operator-world.js';

/** `keys settings`, `grant`, `erase` and `audit`. */
export function addAccountCommands(command: Command, { open, print }: KeysCommandWorld): void {
  command
    .command('settings')
    .description('replace the settings of an account')
    .argument('<account>')
    .argument('<json>', 'such as {"minLikeness":{"social":0.8},"billing":"credits"}', jsonObject)
    .action(async (account: string, settings: unknown) => {
      await using world = await open();
      if (!(await world.directory.changeSettings(account, parsedSettings(settings))))
        command.error('No such account.');
      print('Changed.');
    });
  command
    .command('grant')
    .description('add credits to an account')
    .argument('<account>')
    .argument('<credits>', 'how many', wholeNumber(1))
    .option('--expires <date>', 'when they can no longer be spent', moment)
    .action(async (account: string, count: number, { expires }: { expires?: Date }) => {
      await using world = await open();
      if ((await world.directory.find(account)) === undefined) command.error('No such account.');
      await world.billing.grant(account, count, expires);
      print(`${(await world.billing.balance(account)).credits} credits`);
    });
  command
    .command('erase')
    .description('erase an account, or one person of it, with everything; prints a receipt')
    .argument('<account>')
    .option('--reference <name>', 'only the person whom requests named so')
    .action(async (account: string, { reference }: { reference?: string }) => {
      await using world = await open();
      if ((await world.directory.find(account)) === undefined) command.error('No such account.');
      const receipt =
        reference === undefined
          ? await eraseAccount(world.erasure, account)
          : await erasePerson(world.erasure, account, reference);
      print(JSON.stringify(receipt));
    });
  command
    .command('audit')
    .description('show who made, changed, revoked and erased what, the latest first')
    .argument('[account]', 'only of this one, also when it was erased')
    .option('--limit <count>', 'at most so many', wholeNumber(1), 100)
    .action(async (accountId: string | undefined, { limit }: { limit: number }) => {
      await using world = await open();
      for (const entry of await auditEntries(world.database, { accountId, limit })) print(lineOf(entry));
    });
}

const lineOf = ({ at, actor, action, accountId, facts }: AuditEntry): string =>
  `${at.toISOString()}  ${actor}  ${action}  ${accountId ?? '(an erased account)'}  ${JSON.stringify(facts)}`;
