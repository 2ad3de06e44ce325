/**
 * A name out of a known list, which editors complete, or one of the caller's own. Plain `string` in the union would
 * swallow the list.
 */
export type KnownOrOwn<Known extends string> = Known | (string & Record<never, never>);
