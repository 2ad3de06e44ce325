import { AvatarError } from '@avatar/stage';
import { Command } from 'commander';
import { createBilling } from './billing/index.js';
import { ConfigError } from './config/config-error.js';
import { loadConfig, type ServerConfig } from './config/config.js';
import { askRunningServer, keysCommand, operatorWorld } from './control/index.js';
import { openDatabase } from './database/index.js';
import { GenerationSignals, GenerationStore } from './generations/index.js';
import { serve } from './process/serve.js';
import { createKeyRing, createObjectArchive, openStore } from './storage/index.js';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const openAccounts = async (config: ServerConfig) => {
  const database = await openDatabase(config);
  const keyRing = createKeyRing(config.keys.encryption);
  const billing = createBilling(database);
  const archive = createObjectArchive(database, await openStore(config.storage), keyRing);
  // Nobody is told of what is erased: the message would hold what is not to be kept.
  const store = new GenerationStore(database, billing, () => Promise.resolve());
  const signals = await GenerationSignals.start(database);
  return {
    ...operatorWorld({ database, keyRing, archive, store, signals }),
    [Symbol.asyncDispose]: async () => {
      await signals.stop();
      await database[Symbol.asyncDispose]();
    },
  };
};

const config = () => loadConfig(process.env);
const program = new Command('avatar-server').description(
  'The avatar API. Settings come from the environment.',
);
program
  .command('start', { isDefault: true })
  .description('answer requests, and work the queue')
  .action(() => serve(config(), 'all', print));
program
  .command('worker')
  .description('work the queue of a server that shares DATABASE_URL')
  .action(() => serve(config(), 'worker', print));
program.addCommand(keysCommand({ open: () => openAccounts(config()), print }));

try {
  if (!(await answeredByServer(process.argv.slice(2)))) await program.parseAsync();
} catch (error) {
  // Whatever was started before it goes with the process; a supervisor starts it again.
  process.stderr.write(`${told(error)}\n`, () => process.exit(1));
}

/** A server that runs on the embedded database has it alone, and does the command itself. */
async function answeredByServer([command, ...words]: readonly string[]): Promise<boolean> {
  if (command !== 'keys') return false;
  const { database, dataDir } = config();
  const answer = database.url === undefined ? await askRunningServer(dataDir, words) : undefined;
  if (answer === undefined) return false;
  answer.lines.forEach(print);
  process.exitCode = answer.exitCode;
  return true;
}

/** What an operator can do something about needs no stack: settings, models, an address that is taken. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isForOperator =
    error instanceof ConfigError ||
    AvatarError.is(error) ||
    typeof (error as NodeJS.ErrnoException).code === 'string';
  return isForOperator ? error.message : (error.stack ?? error.message);
}
