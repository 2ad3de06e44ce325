/**
 * Makes corporate headshots of a folder of labelled photos and fails when too few keep the likeness that professional
 * use asks for. Photos that the input gate refuses are counted apart.
 *
 *   AVATAR_EVAL_PHOTOS=<folder> npx tsx scripts/eval-headshots.ts [number of LFW photos, default 60]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { createAvatarGenerator, type AvatarGenerator, type PhotoAvatarResult } from '@avatar/generator';
import { quantile } from '@avatar/image';
import { AvatarError } from '@avatar/stage';

const folder = process.env['AVATAR_EVAL_PHOTOS'];
if (!folder) throw new Error('Set AVATAR_EVAL_PHOTOS to the folder of evaluation photos');

const MIN_LIKENESS = 0.85;
const MIN_SHARE = 0.95;
const lfwCount = Number(process.argv[2] ?? 60);

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const picturesIn = (path: string): string[] =>
  readdirSync(join(folder, path), { withFileTypes: true })
    .filter((entry) => entry.isFile() && ['.jpg', '.jpeg', '.png', '.webp'].includes(extname(entry.name)))
    .map((entry) => join(path, entry.name))
    .sort();

/** `count` of them, evenly spread over the list. */
const spread = (files: readonly string[], count: number): string[] =>
  Array.from(
    { length: Math.min(count, files.length) },
    (_, i) => files[Math.floor((i * files.length) / count)],
  );

function evaluationPhotos(): string[] {
  const table = readFileSync(join(folder ?? '', 'portraits/labels.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  const portraits = table.slice(1).map((line) => line.split('\t')[0]);
  const people = ['aws_man', 'us_officials', 'compreface', 'msface'].flatMap((name) =>
    picturesIn(`identity/${name}`),
  );
  return [...new Set([...portraits, ...people, ...spread(picturesIn('identity/lfw'), lfwCount)])];
}

interface Outcome {
  readonly file: string;
  readonly result: PhotoAvatarResult;
  /** Calibrated likeness of the first attempt. */
  readonly first: number;
}

async function makeHeadshots(generator: AvatarGenerator, files: readonly string[]) {
  const outcomes: Outcome[] = [];
  const refused: Record<string, number> = {};
  for (const file of files) {
    try {
      const result = await generator.generate(join(folder ?? '', file), {
        style: 'corporate_headshot',
        platform: 'linkedin',
        minLikeness: MIN_LIKENESS,
      });
      outcomes.push({ file, result, first: result.attempts[0].verdict.likenessScore ?? NaN });
    } catch (error) {
      if (!AvatarError.is(error) || error.code !== 'input-rejected') throw error;
      const reason = error.reason ?? 'unknown';
      refused[reason] = (refused[reason] ?? 0) + 1;
    }
  }
  return { outcomes, refused };
}

const countBy = (names: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

function report(outcomes: readonly Outcome[], refused: Record<string, number>): number {
  const scores = outcomes.map(({ first }) => first).sort((a, b) => a - b);
  const share = scores.filter((score) => score >= MIN_LIKENESS).length / scores.length;
  for (const { file, first, result } of outcomes)
    if (first < MIN_LIKENESS || !result.faceDetected)
      print(
        `     ${file}: ${first.toFixed(3)}, ${result.attempts.length} attempts, then ${(result.likenessScore ?? NaN).toFixed(3)}`,
      );
  print(
    `     likeness min ${quantile(scores, 0).toFixed(3)}, p5 ${quantile(scores, 0.05).toFixed(3)}, median ${quantile(scores, 0.5).toFixed(3)}`,
  );
  print(`     decisions ${JSON.stringify(countBy(outcomes.map(({ result }) => result.decision)))}`);
  print(
    `     warnings ${JSON.stringify(countBy(outcomes.flatMap(({ result }) => result.validationWarnings.map(({ code }) => code))))}`,
  );
  print(`     refused ${JSON.stringify(refused)}`);
  return share;
}

await using generator = createAvatarGenerator();
const files = evaluationPhotos();
const { outcomes, refused } = await makeHeadshots(generator, files);
const share = report(outcomes, refused);
const passed = share >= MIN_SHARE;
print(
  `${passed ? 'ok  ' : 'FAIL'} headshots at likeness ${MIN_LIKENESS} without a retry: ${(share * 100).toFixed(1)} % of ${outcomes.length} (at least ${MIN_SHARE * 100} %)`,
);
process.exitCode = passed ? 0 : 1;
