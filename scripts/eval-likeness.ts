/**
 * Measures how well likeness tells people apart on labelled pairs of photos: accuracy, ROC, what the published scores
 * mean, and groups of photos. Writes a report with curves, and fails when what is published does not hold.
 *
 *   AVATAR_EVAL_PHOTOS=<folder> npx tsx scripts/eval-likeness.ts [--pairs <table>] [--out <folder>]
 *
 * The table has the columns same, image1, image2, or file, person; its paths start at the folder. Default:
 * identity/lfw_pairs_view1.tsv. Embeddings stay in memory.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createModelHub } from '@avatar/onnx';
import { LIKENESS_CALIBRATION } from '@avatar/quality-gate';
import { analyseLikeness, type LikenessAnalysis } from './eval/likeness-analysis.js';
import { readPairsFile } from './eval/likeness-pairs.js';
import { likenessReport } from './eval/likeness-report.js';
import { measurePhoto, type PhotoMeasures } from './eval/photo-measures.js';
import { photoFolder } from './eval/photo-sets.js';
import { shareFrom } from './eval/statistics.js';
import { distributionPlot, rocPlot } from './eval/svg-plots.js';

const BOUNDS = { accuracy: 0.99, tprAtFmr1e3: 0.97, falseMatchesAtGaming: 3e-4 };

const { values: flags } = parseArgs({ options: { pairs: { type: 'string' }, out: { type: 'string' } } });
const root = photoFolder();
const table = flags.pairs ?? join(root, 'identity/lfw_pairs_view1.tsv');
const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function measureAll(files: readonly string[]): Promise<Map<string, PhotoMeasures>> {
  await using models = createModelHub();
  const measures = new Map<string, PhotoMeasures>();
  for (const file of files) {
    const measured = await measurePhoto(join(root, file), models);
    if (measured) measures.set(file, measured);
  }
  return measures;
}

function writeReport(analysis: LikenessAnalysis, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const plots = { roc: 'likeness-roc.svg', distribution: 'likeness-distribution.svg' };
  const { scores, cross } = analysis;
  writeFileSync(join(folder, plots.roc), rocPlot(scores.genuine, cross));
  const points = LIKENESS_CALIBRATION.operatingPoints;
  writeFileSync(join(folder, plots.distribution), distributionPlot(scores, cross, points));
  writeFileSync(join(folder, 'likeness.md'), likenessReport(analysis, basename(table), plots));
}

const pairsFile = readPairsFile(table);
const measures = await measureAll(pairsFile.people.map(({ file }) => file));
const analysis = analyseLikeness(pairsFile, measures, LIKENESS_CALIBRATION.verificationCosine);
print(likenessReport(analysis, basename(table), { roc: '', distribution: '' }));
if (flags.out !== undefined) writeReport(analysis, flags.out);

const failures: string[] = [];
const hold = (name: string, value: number, passed: boolean, bound: string): void => {
  print(`${passed ? 'ok  ' : 'FAIL'} ${name}: ${value.toPrecision(4)} (${bound})`);
  if (!passed) failures.push(name);
};
const { accuracyShipped, operatingPoints, cross } = analysis;
hold('accuracy', accuracyShipped.value, accuracyShipped.value >= BOUNDS.accuracy, `>= ${BOUNDS.accuracy}`);
const strict = operatingPoints.find(({ fmr }) => fmr === 1e-3);
if (strict)
  hold(
    'true match rate at 1e-3',
    strict.tpr.value,
    strict.tpr.value >= BOUNDS.tprAtFmr1e3,
    `>= ${BOUNDS.tprAtFmr1e3}`,
  );
const [gaming] = LIKENESS_CALIBRATION.operatingPoints;
const matches = shareFrom(cross, gaming.cosine);
hold(
  'false matches at 0.60',
  matches,
  matches <= BOUNDS.falseMatchesAtGaming,
  `<= ${BOUNDS.falseMatchesAtGaming}`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
