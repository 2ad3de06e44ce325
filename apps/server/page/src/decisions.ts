/** What the quality gate came to, for the person whose picture it is. */
export const DECISIONS: Readonly<Record<string, string>> = {
  auto_accept: 'safe to use without asking',
  accept: 'good enough to offer',
  review: 'a person should look first',
  discard: 'not to be used',
};
