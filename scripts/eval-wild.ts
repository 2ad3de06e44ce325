/**
 * Runs the photos that people really send through the real generator and holds the results against what each kind of
 * trouble should end in: right, acceptable or wrong, by kind. Controls must be no worse than the stored baseline.
 *
 *   AVATAR_EVAL_PHOTOS=<folder> npm run eval:wild [-- --only K1,K2 --files e17,b08 --sheet out/wild --show --write-baseline]
 *
 * `<folder>/wild` holds the photos; some more are made from the two portraits of this repository. `--sheet` writes
 * photo and result side by side, into a folder that git ignores: pictures of people stay on this machine. `--show`
 * prints every measure. Exits with 1 under the bounds, which are for the whole table.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createAvatarGenerator } from '@avatar/generator';
import { photoFolder } from './eval/photo-sets.js';
import {
  readBaseline,
  readExpectations,
  type Expectation,
  type StoredAnswer,
} from './eval-wild/expectation.js';
import { GRADES, judge, type Judgement } from './eval-wild/judge.js';
import { answerKey, answerOn, bytesOf, type WildAnswer } from './eval-wild/wild-answer.js';
import { writeSheets } from './eval-wild/wild-sheet.js';

/** Least share of the inputs of all kinds of trouble that are right, and most that are wrong; no control may be wrong. */
const LEAST_RIGHT = 0.9;
const MOST_WRONG = 0;

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string' },
    files: { type: 'string' },
    sheet: { type: 'string' },
    show: { type: 'boolean', default: false },
    'write-baseline': { type: 'boolean', default: false },
  },
});
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const root = photoFolder();
const kinds = flags.only?.split(',');
const names = flags.files?.split(',');
const isAsked = ({ kind, file }: Expectation): boolean =>
  (kinds?.includes(kind) ?? true) && (names?.some((name) => file.includes(name)) ?? true);
const expectations = readExpectations().filter(isAsked);

interface Result {
  readonly expectation: Expectation;
  readonly answer: WildAnswer;
  readonly judgement: Judgement;
}

const baseline = flags['write-baseline'] ? {} : readBaseline();
const results: Result[] = [];
{
  await using generator = createAvatarGenerator();
  for (const expectation of expectations) {
    const bytes = await bytesOf(root, expectation.file);
    const answer = await answerOn(generator, bytes, expectation);
    const judgement = judge(expectation, answer, baseline[answerKey(expectation)]);
    results.push({ expectation, answer, judgement });
    tell(expectation, answer, judgement);
  }
}

function tell({ kind, file, about = '' }: Expectation, answer: WildAnswer, { grade, why }: Judgement): void {
  const said =
    answer.outcome === 'refused'
      ? `refused ${answer.reason}`
      : `${answer.decision} ${answer.warnings.join(' ')}`;
  print(
    `${grade.padEnd(10)} ${kind.padEnd(8)} ${file}: ${why === '' ? about : `${about}: ${why}`} [${said.trim()}]`,
  );
  if (flags.show)
    print(
      `           ${Object.entries(answer.measures)
        .map(([name, value]) => `${name} ${value.toFixed(3)}`)
        .join(', ')}`,
    );
}

const countOf = (some: readonly Result[], grade: string): number =>
  some.filter(({ judgement }) => judgement.grade === grade).length;

print(`\n${['kind', ...GRADES].map((word) => word.padEnd(11)).join('')}`);
for (const kind of new Set(expectations.map((one) => one.kind))) {
  const some = results.filter(({ expectation }) => expectation.kind === kind);
  print(
    [kind, ...GRADES.map((grade) => String(countOf(some, grade)))].map((cell) => cell.padEnd(11)).join(''),
  );
}

if (flags.sheet !== undefined) print(`sheets: ${(await writeSheets(flags.sheet, results)).join(', ')}`);
if (flags['write-baseline']) storeBaseline();
else process.exitCode = passes() ? 0 : 1;

function passes(): boolean {
  const troubled = results.filter(({ expectation }) => expectation.kind !== 'control');
  const controls = results.filter(({ expectation }) => expectation.kind === 'control');
  const right = countOf(troubled, 'right') / Math.max(1, troubled.length);
  const wrong = countOf(troubled, 'wrong') / Math.max(1, troubled.length);
  const worse = countOf(controls, 'wrong');
  const passed = (troubled.length === 0 || (right >= LEAST_RIGHT && wrong <= MOST_WRONG)) && worse === 0;
  print(
    `${passed ? 'ok  ' : 'FAIL'} right ${(right * 100).toFixed(1)} % of ${troubled.length} (at least ${LEAST_RIGHT * 100} %), wrong ${(wrong * 100).toFixed(1)} % (at most ${MOST_WRONG * 100} %), controls worse: ${worse} of ${controls.length} (none)`,
  );
  return passed;
}

/** Rounded, so that another machine's last digit does not change the file. */
function storeBaseline(): void {
  const rounded = (measures: StoredAnswer['measures']) =>
    Object.fromEntries(Object.entries(measures).map(([name, value]) => [name, Number(value.toFixed(4))]));
  const stored: Record<string, StoredAnswer> = {};
  for (const { expectation, answer } of results) {
    const { outcome, reason, decision, warnings, measures } = answer;
    const key = answerKey(expectation);
    stored[key] ??= { outcome, reason, decision, warnings, measures: rounded(measures) };
  }
  writeFileSync(
    new URL('./eval-wild/baseline.json', import.meta.url),
    `${JSON.stringify(stored, null, 2)}\n`,
  );
}
