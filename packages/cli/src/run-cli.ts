import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import { OUTPUT_CLOSED, type CliIo } from './cli-io.js';
import { addAnalyze } from './commands/analyze.js';
import { addCompare } from './commands/compare.js';
import { addDescribe } from './commands/describe.js';
import { addDraw } from './commands/draw.js';
import { addGenerate } from './commands/generate.js';
import { addModels } from './commands/models.js';
import { addPlatforms } from './commands/platforms.js';
import { addSheet } from './commands/sheet.js';
import { addStyleFit } from './commands/style-fit.js';
import { addStyles } from './commands/styles.js';
import { EXIT, exitCodeOf } from './exit-code.js';
import { failureOf, type Failure } from './failure.js';
import { inked, printJson } from './print.js';
import { onStderr, openSession, type Session } from './session.js';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/**
 * Runs one command line.
 *
 * @param argv what follows the name of the command
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage, 3 photo or words refused, 4 model not available, 5 no
 * attempt passed the gate, 130 interrupted
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  let exitCode: number = EXIT.done;
  const session = openSession(io);
  const program = avatarCommand(session, (code) => (exitCode = code));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return usageExit(error, argv, session);
    if (io.signal.aborted) return io.signal.reason === OUTPUT_CLOSED ? EXIT.done : EXIT.interrupted;
    tell(failureOf(error), argv, session);
    return exitCodeOf(error);
  }
}

function avatarCommand(io: Session, exitWith: (code: number) => void): Command {
  const program = new Command('avatar')
    .description('Turn a casual photo, or words about a person, into an avatar.')
    .version(version)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: io.stdout,
      // Usage errors are told once, in one place, in the form that was asked for.
      writeErr: () => undefined,
      getOutHasColors: () => io.colour,
    });
  addGenerate(program, io, exitWith);
  addAnalyze(program, io, exitWith);
  addCompare(program, io, exitWith);
  addDescribe(program, io, exitWith);
  addDraw(program, io);
  addSheet(program, io);
  addModels(program, io);
  addStyleFit(program, io);
  addStyles(program, io);
  addPlatforms(program, io);
  return program;
}

function usageExit(error: CommanderError, argv: readonly string[], io: CliIo): number {
  if (error.exitCode === 0) return EXIT.done;
  if (error.code === 'commander.help') {
    io.stderr('avatar: name a command; "avatar --help" lists them\n');
    return EXIT.wrongUsage;
  }
  const message = error.message.replace(/^error: /, '').replaceAll(/\s+/g, ' ');
  tell({ code: 'invalid-options', reason: null, message }, argv, io);
  return EXIT.wrongUsage;
}

function tell(failure: Failure, argv: readonly string[], io: CliIo): void {
  if (argv.includes('--json')) printJson(io, { error: failure });
  else io.stderr(`${inked(onStderr(io), 'red', 'avatar:')} ${failure.message}\n`);
}
