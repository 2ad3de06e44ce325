/**
 * Holds what `validate` says about labelled photos against their labels, by case, and fails under stated bounds.
 *
 *   AVATAR_EVAL_PHOTOS=<folder> npx tsx scripts/eval-gate.ts [--labels a.tsv,b.tsv] [--lfw 200]
 *
 * Labels have the columns file, face_count, coverage_class, expected, also_ok; default: gate/labels.tsv and
 * portraits/labels.tsv. LFW photos, whom nobody set a bound on, count as ordinary portraits.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createAvatarGenerator } from '@avatar/generator';
import { answerOn, casesOf, type CaseResult, type GateAnswer } from './eval/gate-verdicts.js';
import { photoFolder, picturesIn, readTable, spread, type Row } from './eval/photo-sets.js';

/** Least share of right answers by case. */
const BOUNDS: Readonly<Record<string, number>> = {
  'reject:no_face': 1,
  'reject:too_small': 1,
  'one face counted': 0.97,
  'small group counted': 0.9,
  'warn:face_too_small': 0.95,
  'no false warning': 0.9,
};
/** Least share of the photos that should be warned of for pose, cover or bad light that are. */
const LEAST_WARNED = 0.85;
const WARNED = ['warn:extreme_pose', 'warn:occluded', 'warn:low_quality'];

const { values: flags } = parseArgs({ options: { labels: { type: 'string' }, lfw: { type: 'string' } } });
const root = photoFolder();
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const tables = flags.labels?.split(',') ?? ['gate/labels.tsv', 'portraits/labels.tsv'];
const labels = tables.flatMap((table) => readTable(join(root, table)));
const lfw = spread(picturesIn(root, 'identity/lfw'), Number(flags.lfw ?? 200)).map(
  // Bystanders are in many of them, and nobody counted.
  (file): Row => ({ file, face_count: '0-99', expected: 'accept' }),
);

await using generator = createAvatarGenerator();
const answersOn = async (rows: readonly Row[]): Promise<GateAnswer[]> => {
  const answers: GateAnswer[] = [];
  for (const row of rows) answers.push(await answerOn(root, row, generator));
  return answers;
};

const failures: string[] = [];
function report({ name, right, total, wrong }: CaseResult, bound: number | undefined): void {
  const share = right / total;
  const missed = bound !== undefined && share < bound;
  const stated = bound === undefined ? '' : `, at least ${(bound * 100).toFixed(0)} %`;
  print(`${missed ? 'FAIL' : 'ok  '} ${name}: ${right} of ${total} (${(share * 100).toFixed(1)} %${stated})`);
  for (const line of wrong) print(`     ${line}`);
  if (missed) failures.push(name);
}

function reportAll(title: string, answers: readonly GateAnswer[]): void {
  print(title);
  const cases = casesOf(answers);
  for (const result of cases) report(result, BOUNDS[result.name]);
  const warned = cases.filter(({ name }) => WARNED.includes(name));
  if (warned.length === 0) return;
  const sum = (key: 'right' | 'total') => warned.reduce((all, each) => all + each[key], 0);
  report(
    { name: 'pose, cover and light warned of', right: sum('right'), total: sum('total'), wrong: [] },
    LEAST_WARNED,
  );
}

reportAll('labelled photos, which some bounds were set with', await answersOn(labels));
if (lfw.length > 0) reportAll('LFW, which no bound was set with', await answersOn(lfw));
if (failures.length > 0) print(`under the bounds: ${failures.join(', ')}`);
process.exitCode = failures.length === 0 ? 0 : 1;
