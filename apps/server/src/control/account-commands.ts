import type { Command } from 'commander';
import { parsedSettings } from '../accounts/index.js';
import { auditEntries, type AuditEntry } from '../audit/index.js';
import { eraseAccount, erasePerson } from '../erasure/index.js';
import { checkKept } from './check-kept.js';
import { jsonObject, moment, wholeNumber } from './command-words.js';
import type { KeysCommandWorld } from './operator-world.js';

/** `keys settings`, `grant`, `erase`, `audit` and `check`. */
export function addAccountCommands(command: Command, world: KeysCommandWorld): void {
  addChanges(command, world);
  addAudit(command, world);
  addCheck(command, world);
}

function addChanges(command: Command, { open, print }: KeysCommandWorld): void {
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
}

function addAudit(command: Command, { open, print }: KeysCommandWorld): void {
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

function addCheck(command: Command, { open, print }: KeysCommandWorld): void {
  command
    .command('check')
    .description('look whether database, objects and keys belong together, as after a restore')
    .option('--objects <count>', 'at most so many objects are read', wholeNumber(0), 1_000)
    .action(async ({ objects }: { objects: number }) => {
      await using world = await open();
      const { database, keyRing, erasure } = world;
      const report = await checkKept({ database, keyRing, archive: erasure.archive }, objects);
      print(
        `${report.accounts} accounts, ${report.ledgerRows} rows in the ledger, ${report.generations} generations, ` +
          `${report.objects} objects read`,
      );
      report.problems.forEach(print);
      if (report.problems.length > 0) command.error(`problems: ${report.problems.length}`);
      print('Everything is there.');
    });
}

const lineOf = ({ at, actor, action, accountId, facts }: AuditEntry): string =>
  `${at.toISOString()}  ${actor}  ${action}  ${accountId ?? '(an erased account)'}  ${JSON.stringify(facts)}`;
