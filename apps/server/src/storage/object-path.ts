const SEGMENT = '[A-Za-z0-9_-]{1,100}';
const PATH = new RegExp(`^${SEGMENT}(/${SEGMENT}){0,4}$`);
const PREFIX = new RegExp(`^(${SEGMENT}/){0,4}$`);

/**
 * The key of an object: every account has a prefix of its own, so one account's objects can be listed and removed as
 * one.
 */
export const objectPath = (accountId: string, kind: string, id: string): string =>
  checkedPath(`${accountId}/${kind}/${id}`);

/**
 * Letters, digits, `_` and `-` between slashes; no dots, so that no key means another folder on any system.
 * @throws TypeError for anything else: keys are never made from what a caller sends
 */
export function checkedPath(key: string): string {
  if (!PATH.test(key))
    throw new TypeError('Expected an object key of letters, digits, _ and - between slashes');
  return key;
}

/** @throws TypeError */
export function checkedPrefix(prefix: string): string {
  if (!PREFIX.test(prefix))
    throw new TypeError('Expected an object prefix of whole segments, ending in a slash');
  return prefix;
}
