import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import { OUTPUT_CLOSED, type CliIo } from './cli-io.js';
import { addAnalyze } from './commands/analyze.js';
import { addExamples } from './commands/help-and-voice.js';
import { addCompare } from './commands/compare.js';
import { addCompletion } from './commands/completion.js';
import { addDescribe } from './commands/describe.js';
import { addDoctor } from './commands/doctor.js';
import { addDraw } from './commands/draw.js';
import { addGenerate } from './commands/generate.js';
import { addModels } from './commands/models.js';
import { addPlatforms } from './commands/platforms.js';
import { addServe } from './commands/serve.js';
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

/** The whole command line: what it takes, and what it does. */
function avatarCommand(io: Session, exitWith: (code: number) => void): Command {
  const program = new Command('avatar')
    .description('Turn a casual photo, or words about a person, into an avatar.')
    .version(version)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: io.stdout,
      // A command that is called without one of its own shows its help, as a result.
      writeErr: io.stdout,
      // Usage errors are told once, in one place, in the form that was asked for.
      outputError: () => undefined,
      getOutHasColors: () => io.colour,
      getErrHasColors: () => io.colour,
    })
    .hook('preAction', (_, action) => {
      const { quiet, verbose } = action.opts<{ quiet?: boolean; verbose?: boolean }>();
      io.voice = quiet ? 'quiet' : verbose ? 'verbose' : 'usual';
    });
  program.commandsGroup('Pictures:');
  addGenerate(program, io, exitWith);
  addDraw(program, io);
  addSheet(program, io);
  program.commandsGroup('Photos and words:');
  addAnalyze(program, io, exitWith);
  addCompare(program, io, exitWith);
  addDescribe(program, io, exitWith);
  program.commandsGroup('What there is:');
  addStyles(program, io);
  addPlatforms(program, io);
  addStyleFit(program, io);
  addModels(program, io);
  program.commandsGroup('Around it:');
  addServe(program, io, exitWith);
  addDoctor(program, version, io, exitWith);
  addCompletion(program, io);
  addExamples(program, [
    'avatar generate me.jpg --platform linkedin',
    'avatar draw "a bearded knight in armor" --look anime',
    'avatar generate --help',
  ]);
  return program;
}

function usageExit(error: CommanderError, argv: readonly string[], io: CliIo): number {
  if (error.exitCode === 0 || error.code === 'commander.help') return EXIT.done;
  const message = error.message.replace(/^error: /, '').replaceAll(/\s+/g, ' ');
  tell({ code: 'invalid-options', reason: null, stage: null, message }, argv, io);
  return EXIT.wrongUsage;
}

function tell(failure: Failure, argv: readonly string[], io: CliIo): void {
  if (argv.includes('--json')) printJson(io, { error: failure });
  else io.stderr(`${inked(onStderr(io), 'red', 'avatar:')} ${failure.message}\n`);
}
