/**
 * Runs before a package is packed, in its folder: refuses one that is not built, and puts the licence files of the
 * repository beside it, which the licence wants in every copy.
 */
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.cwd();
const { name, exports, bin = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const promised = [exports['.'].types, exports['.'].default, ...Object.values(bin)];
const missing = promised.filter((file) => !existsSync(join(folder, file)));
if (missing.length > 0) {
  console.error(`${name} lacks ${missing.join(', ')}. Run "npm run build" first.`);
  process.exit(1);
}
for (const file of ['LICENSE', 'NOTICE']) copyFileSync(join(root, file), join(folder, file));
