import type { CliIo } from './cli-io.js';
import { inked } from './print.js';

/** How much a command tells beside its results and errors. */
export type Voice = 'quiet' | 'usual' | 'verbose';

/** One command line at work: the world, and how its options want it spoken to. */
export interface Session extends CliIo {
  /** Known before the command runs. */
  voice: Voice;
  /** Standard output belongs to a picture: from here on results and failures go to standard error. */
  readonly reportOnStderr: () => void;
  /** Tells a person what was made; silent with --quiet. */
  readonly tell: (text: string) => void;
}

export function openSession(io: CliIo): Session {
  const session: { -readonly [Name in keyof Session]: Session[Name] } = {
    ...io,
    voice: 'usual',
    tell: (text: string) => {
      if (session.voice !== 'quiet') session.stdout(text);
    },
    reportOnStderr: () => {
      session.stdout = io.stderr;
      session.colour = io.errorColour;
    },
  };
  return session;
}

/** Tells of one of many that failed; `what` as it is shown. */
export const tellFailed = (io: CliIo, what: string, message: string): void =>
  io.stderr(`${inked(onStderr(io), 'red', '✘')} ${what}  ${message}\n`);

/** Colours for what is written to standard error. */
export const onStderr = ({ errorColour }: CliIo) => ({ colour: errorColour });
