import { randomBytes } from 'node:crypto';

type Prefix = 'avt' | 'bat' | 'cnv' | 'era' | 'inp' | 'sty' | 'tsk' | 'wrk';

/** An id that nobody can guess: 128 random bits behind a prefix that says what it is. */
export const newId = (prefix: Prefix): string => `${prefix}_${randomBytes(16).toString('hex')}`;

export const idPattern = (prefix: Prefix): RegExp => new RegExp(`^${prefix}_[0-9a-f]{32}$`);
