/** A scope as npm takes it. */
export const SCOPE = /^@[a-z0-9][a-z0-9._~-]{0,200}$/;

/** `@avatar` before a package's name, also with its slash escaped in a regular expression; not in an e-mail address. */
const NAMED = /(?<![\w.])@avatar(?=\\?\/)/g;

/** A text with all packages in another scope. */
export const renamedScope = (text: string, scope: string): string => text.replace(NAMED, () => scope);
