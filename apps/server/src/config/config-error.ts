import type { z } from 'zod';

/** The environment is not fit to start with. The message is for the operator and has no values in it: they may be secret. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The server cannot start with this configuration:\n${problems.map((line) => `  - ${line}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

/** An issue of the schema with the name of its variable. */
export const problemOf = ({ path, message }: z.core.$ZodIssue): string =>
  `${path.slice(0, 1).join('')}: ${message}`;
