import { AvatarError } from '@avatar/stage';
import type { CliIo } from './cli-io.js';

/** The standard input, or the standard output. */
export const STREAM = '-';

/** @throws AvatarError `invalid-options` when a terminal would get a picture */
export function refuseTerminal({ stdoutIsTerminal }: Pick<CliIo, 'stdoutIsTerminal'>): void {
  if (stdoutIsTerminal)
    throw new AvatarError(
      'invalid-options',
      'A picture is not written to a terminal; name a file with --out, or send it to a file or a program',
    );
}
