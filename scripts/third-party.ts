/**
 * Writes THIRD-PARTY.md: what an installation of the packages and the server brings along, with licences, from the lock
 * file.
 *
 *   npm run build:third-party
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { thirdPartyList, type LockedPackages } from '../tooling/third-party/third-party-list.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as {
  packages: LockedPackages;
};
writeFileSync(`${root}THIRD-PARTY.md`, thirdPartyList(packages));
