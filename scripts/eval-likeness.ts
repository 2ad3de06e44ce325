/**
 * Measures how well likeness tells people apart on labelled pairs of photos: accuracy, ROC, what the published scores
 * mean, and groups of photos. Writes a report with curves, and fails when what is published does not hold.
 *
 *   AVATAR_EVAL_PHOTOS=<folder> npx tsx scripts/eval-likeness.ts [--pairs <table>] [--out <folder>]
 *       [--embedder sface|face-api] [--half calibration|held-out]
 *
 * `--half calibration` also prints where an embedder's scale has its corners. The table has the columns same, image1, image2, or file, person; its paths start at the folder. Default:
 * identity/lfw_pairs_view1.tsv. Embeddings stay in memory.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { sfaceEmbedder, type FaceEmbedder } from '@avatar/face';
import { faceApi } from '@avatar/face-api';
import { createModelHub } from '@avatar/onnx';
import { choiceOption } from '@avatar/stage';
import { analyseLikeness, type LikenessAnalysis } from './eval/likeness-analysis.js';
import { HALVES, peopleOfHalf } from './eval/likeness-halves.js';
import { knotLines } from './eval/likeness-knots.js';
import { readPairsFile } from './eval/likeness-pairs.js';
import { likenessReport } from './eval/likeness-report.js';
import { measurePhoto, type PhotoMeasures } from './eval/photo-measures.js';
import { photoFolder } from './eval/photo-sets.js';
import { shareFrom } from './eval/statistics.js';
import { distributionPlot, rocPlot } from './eval/svg-plots.js';

const BOUNDS = {
  sface: { accuracy: 0.99, tprAtFmr1e3: 0.97, falseMatchesAtGaming: 3e-4 },
  'face-api': { accuracy: 0.98, tprAtFmr1e3: 0.88, falseMatchesAtGaming: 3e-4 },
};

const { values: flags } = parseArgs({
  options: {
    pairs: { type: 'string' },
    out: { type: 'string' },
    embedder: { type: 'string', default: 'sface' },
    half: { type: 'string' },
  },
});
const embedderName = choiceOption('--embedder', flags.embedder as keyof typeof BOUNDS, ['sface', 'face-api']);
const half = flags.half === undefined ? undefined : choiceOption('--half', flags.half as 'held-out', HALVES);
const root = photoFolder();
const table = flags.pairs ?? join(root, 'identity/lfw_pairs_view1.tsv');
const print = (line: string): void => void process.stdout.write(`${line}\n`);

await using models = createModelHub();
await using otherFaces = faceApi();
const embedder: FaceEmbedder = embedderName === 'sface' ? sfaceEmbedder(models) : otherFaces.embedder;
const { calibration } = embedder;

async function measureAll(files: readonly string[]): Promise<Map<string, PhotoMeasures>> {
  const measures = new Map<string, PhotoMeasures>();
  for (const file of files) {
    const measured = await measurePhoto(join(root, file), models, embedder);
    if (measured) measures.set(file, measured);
  }
  return measures;
}

const source = half === undefined ? basename(table) : `${basename(table)}, the ${half} half of its people`;

function writeReport(analysis: LikenessAnalysis, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const plots = { roc: 'likeness-roc.svg', distribution: 'likeness-distribution.svg' };
  const { scores, cross } = analysis;
  writeFileSync(join(folder, plots.roc), rocPlot(scores.genuine, cross));
  writeFileSync(
    join(folder, plots.distribution),
    distributionPlot(scores, cross, calibration.operatingPoints),
  );
  writeFileSync(join(folder, 'likeness.md'), likenessReport(analysis, calibration, source, plots));
}

const wholeFile = readPairsFile(table);
const pairsFile = half === undefined ? wholeFile : peopleOfHalf(wholeFile, half);
const measures = await measureAll(pairsFile.people.map(({ file }) => file));
const analysis = analyseLikeness(pairsFile, measures, calibration.verificationCosine);
print(likenessReport(analysis, calibration, source, { roc: '', distribution: '' }));
if (half === 'calibration') knotLines(analysis).forEach(print);
if (flags.out !== undefined) writeReport(analysis, flags.out);

const failures: string[] = [];
const hold = (name: string, value: number, passed: boolean, bound: string): void => {
  print(`${passed ? 'ok  ' : 'FAIL'} ${name}: ${value.toPrecision(4)} (${bound})`);
  if (!passed) failures.push(name);
};
const { accuracyShipped, operatingPoints, cross } = analysis;
const bounds = BOUNDS[embedderName];
hold('accuracy', accuracyShipped.value, accuracyShipped.value >= bounds.accuracy, `>= ${bounds.accuracy}`);
const strict = operatingPoints.find(({ fmr }) => fmr === 1e-3);
if (strict)
  hold(
    'true match rate at 1e-3',
    strict.tpr.value,
    strict.tpr.value >= bounds.tprAtFmr1e3,
    `>= ${bounds.tprAtFmr1e3}`,
  );
const [gaming] = calibration.operatingPoints;
const matches = shareFrom(cross, gaming.cosine);
hold(
  'false matches at 0.60',
  matches,
  matches <= bounds.falseMatchesAtGaming,
  `<= ${bounds.falseMatchesAtGaming}`,
);
process.exitCode = failures.length === 0 ? 0 : 1;
