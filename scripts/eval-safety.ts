/**
 * Judges photos of clothed people and paintings as the quality gate judges avatars and backgrounds, and fails when
 * one counts as explicit. `scripts/eval-checks.ts` does the same for avatars, style by style.
 *
 *   AVATAR_EVAL_PHOTOS=<folder> npx tsx scripts/eval-safety.ts [--lfw 500]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeImage, quantile } from '@avatar/image';
import { createModelHub } from '@avatar/onnx';
import { MAX_EXPLICIT_BACKGROUND, SAFETY_MODEL_IDS, judgeContent } from '@avatar/quality-gate';
import { photoFolder, picturesIn, spread } from './eval/photo-sets.js';
import { sorted } from './eval/statistics.js';

const { values: flags } = parseArgs({ options: { lfw: { type: 'string', default: '500' } } });
const root = photoFolder();
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const from = (...folders: string[]) => folders.flatMap((folder) => picturesIn(root, folder));
const SETS = {
  'portraits and identity sets': from(
    'portraits/clean',
    'portraits/casual',
    'portraits/synthetic',
    'identity/aws_man',
    'identity/us_officials',
    'identity/compreface',
    'identity/msface',
  ),
  LFW: spread(from('identity/lfw'), Number(flags.lfw)),
  'paintings, line art, woodcuts': from('style/paintings', 'style/lineart', 'style/ukiyoe'),
};

await using models = createModelHub();
const matteColour = { r: 255, g: 255, b: 255 };
let flagged = 0;
for (const [name, files] of Object.entries(SETS)) {
  const agreed: number[] = [];
  const alone: Record<string, number> = Object.fromEntries(SAFETY_MODEL_IDS.map((id) => [id, 0]));
  for (const file of files) {
    const image = await decodeImage(readFileSync(join(root, file)), {
      maxPixels: 1e8,
      maxSidePx: 800,
      matteColour,
    });
    const { explicit, classes } = await judgeContent(image, models, { maxExplicit: 0 });
    agreed.push(explicit);
    for (const id of SAFETY_MODEL_IDS)
      if (classes[`${id}/hentai`] + classes[`${id}/porn`] >= MAX_EXPLICIT_BACKGROUND) alone[id]++;
    if (explicit >= MAX_EXPLICIT_BACKGROUND) {
      flagged++;
      print(`FAIL ${file}: ${explicit.toFixed(3)}`);
    }
  }
  const ascending = sorted(agreed);
  const shown = [0.5, 0.95, 0.99, 1].map((share) => quantile(ascending, share).toFixed(3)).join(', ');
  const byOne = SAFETY_MODEL_IDS.map((id) => `${id} ${alone[id]}`).join(', ');
  print(
    `${name}: ${files.length} pictures; explicit: median, 95 %, 99 %, most ${shown}; one model alone would flag: ${byOne}`,
  );
}
print(flagged === 0 ? 'ok   nothing counts as explicit' : `FAIL ${flagged} count as explicit`);
process.exitCode = flagged === 0 ? 0 : 1;
