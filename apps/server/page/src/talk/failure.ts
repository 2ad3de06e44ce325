import { AvatarApiError } from '@avatar/client';

/** What somebody can do about a message that was not answered. */
export type Remedy = 'retry' | 'photo' | 'reload';

export interface Failure {
  readonly words: string;
  readonly remedy: Remedy;
}

const UNPAID =
  'The balance of this account is empty, so no picture was made and nothing was charged. Top it up, then try again.';
const BY_CODE: Readonly<Record<string, Failure>> = {
  'insufficient-credits': { words: UNPAID, remedy: 'retry' },
  'no-free-seat': {
    words: 'All seats of this account are taken, so no picture was made. Free one, then try again.',
    remedy: 'retry',
  },
  unauthorized: {
    words: 'The server does not know this key any more; it may have been restarted. Load the page again.',
    remedy: 'reload',
  },
  'rate-limited': {
    words: 'Those were too many messages at once. Wait a moment, then try again.',
    remedy: 'retry',
  },
};

/** The connection ended before the answer. */
export const LOST: Failure = {
  words: 'The connection was lost before the answer came. Nothing is charged for it. Try again.',
  remedy: 'retry',
};
const AWAY: Failure = {
  words: 'The server cannot be reached. Your words are kept here: try again when you are connected.',
  remedy: 'retry',
};

/** Why a message was not answered, and what comes next. */
export function failureOf(error: unknown): Failure {
  // Browsers throw this for every connection that does not come about.
  if (error instanceof TypeError) return AWAY;
  if (!(error instanceof AvatarApiError)) return { words: String(error), remedy: 'retry' };
  return failureWith(error.code, error.message);
}

/** The same, for an error that came as an event. */
export const failureWith = (code: string, message: string): Failure =>
  BY_CODE[code] ?? { words: message, remedy: code === 'input-rejected' ? 'photo' : 'retry' };
