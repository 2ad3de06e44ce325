/**
 * What files of 60 people are worth: errors and warnings of the Khronos validator, size, triangles, CPU time, and the same bytes
 * again. With `--pictures` they are drawn with three.js in a headless browser from eight sides and with expressions, for looking at.
 * Run: `npm run eval:glb [-- --pictures out/busts --only hair-bob]`
 */
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toGlb } from '@avatar/character-glb';
import { validateBytes } from 'gltf-validator';
import { BustViewer } from './glb-view/bust-viewer.js';
import { sheetOf } from './glb-view/sheet.js';
import { BUST_SPECS } from './glb-view/specs.js';

const { values } = parseArgs({
  options: { pictures: { type: 'string' }, only: { type: 'string', default: '' } },
});
const chosen = BUST_SPECS.filter(({ name }) => name.includes(values.only));
if (values.pictures !== undefined) mkdirSync(values.pictures, { recursive: true });
await using viewer = values.pictures === undefined ? undefined : await BustViewer.open();
const totals = { errors: 0, warnings: 0, largest: 0, slowest: 0 };
const all = createHash('sha256');
for (const { name, spec } of chosen) {
  const before = process.cpuUsage();
  const { bytes, triangles, unsupported } = await toGlb(spec);
  const { user, system } = process.cpuUsage(before);
  const cpuMs = Math.round((user + system) / 1000);
  const { issues } = await validateBytes(bytes, { maxIssues: 50 });
  all.update(bytes);
  totals.errors += issues.numErrors;
  totals.warnings += issues.numWarnings;
  totals.largest = Math.max(totals.largest, bytes.length);
  totals.slowest = Math.max(totals.slowest, cpuMs);
  const codes = [...new Set(issues.messages.filter(({ severity }) => severity < 2).map(({ code }) => code))];
  const megabytes = (bytes.length / 1e6).toFixed(2);
  console.log(
    name.padEnd(24),
    `${megabytes} MB`,
    `${triangles} triangles`,
    `${cpuMs} ms`,
    ...codes,
    ...unsupported,
  );
  if (viewer && values.pictures !== undefined) {
    await writeFile(join(values.pictures, `${name}.png`), await sheetOf(viewer, bytes));
    await writeFile(join(values.pictures, `${name}.glb`), bytes);
  }
}
console.log(
  `${chosen.length} files, ${totals.errors} errors, ${totals.warnings} warnings, at most ${(totals.largest / 1e6).toFixed(2)} MB and ${totals.slowest} ms of CPU`,
);
console.log(`sha256 of all of them on Node.js ${process.versions.node}: ${all.digest('hex')}`);
