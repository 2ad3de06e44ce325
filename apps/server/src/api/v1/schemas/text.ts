import { z } from 'zod';

/** Half of a surrogate pair. */
const LONE_SURROGATE = /\p{Surrogate}/u;
const isText = (text: string): boolean => !text.includes('\0') && !LONE_SURROGATE.test(text);
const problem = { error: 'has characters that are no text' };

/** Text of the caller's own, as a database can keep it: no NUL, and no half characters. */
export const ownText = (maxLength: number) => z.string().max(maxLength).refine(isText, problem);

/** A web address. Whether it may be called is decided when it is. */
export const address = (maxLength: number) =>
  z
    .url({ protocol: /^https?$/ })
    .max(maxLength)
    .refine(isText, problem);

/** A moment that a database knows too. */
export const moment = () =>
  z.iso.datetime().refine((text) => text >= '1970', { error: 'expected a moment after 1970' });
