/** The options that were given: some kinds of drawing refuse even an undefined one that they do not know. */
export const onlyGiven = (options: object): object =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
