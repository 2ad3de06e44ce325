/**
 * Loads every file of the format collection (AVATAR_EVAL_PHOTOS/formats) and holds the answers against
 * `expected.tsv`: size or typed error, time, memory, orientation series, CMYK that is not inverted.
 *
 *     AVATAR_EVAL_PHOTOS=/path/to/photos npx tsx scripts/eval-formats.ts
 *
 * Exits with 1 when a bound is missed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '@avatar/load';
import { AvatarError, type Photo, type StageContext } from '@avatar/stage';

const LIMIT_MS = 5000;
const LIMIT_MB = 700;
/** Mean absolute difference of two members of an orientation series, in 8-bit steps: recompression, no more. */
const LIMIT_SERIES = 12;
const SERIES = ['sharp/Landscape', 'sharp/Portrait'];
/** Mean red, green and blue of CMYK files as looked at; an inverted one is far off. */
const CMYK_MEANS: Readonly<Record<string, readonly number[]>> = {
  'formats/sharp/Channel_digital_image_CMYK_color_no_profile.jpg': [114, 116, 104],
  'formats/pillow/pil_sample_cmyk.jpg': [27, 5, 3],
  'formats/pillow/tiff_strip_cmyk_jpeg.tif': [27, 5, 3],
};
const LIMIT_CMYK = 25;

interface ExpectedRow {
  readonly file: string;
  readonly readByAll: boolean;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly expected: string;
}

interface Answer {
  readonly row: ExpectedRow;
  readonly photo?: Photo;
  /** `code/reason` of a typed error, `UNTYPED …` of any other. */
  readonly refusal?: string;
  readonly durationMs: number;
}

const context: StageContext = {
  signal: new AbortController().signal,
  seed: 1,
  intensity: 1,
  attempt: 0,
  useModel: () => undefined,
  usedModels: () => [],
  warn: () => undefined,
};

function readExpected(root: string): ExpectedRow[] {
  const lines = readFileSync(join(root, 'formats/expected.tsv'), 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => {
    const [file, , readByAll, width, height, , frames, , expected] = line.split('\t');
    return {
      file,
      readByAll: readByAll === 'yes',
      width: Number(width),
      height: Number(height),
      frames: Number(frames),
      expected,
    };
  });
}

async function answerFor(root: string, row: ExpectedRow): Promise<Answer> {
  const stage = load({ minSidePx: 1 });
  const start = performance.now();
  try {
    const { photo } = await stage.run({ source: { path: join(root, row.file) } }, context);
    return { row, photo, durationMs: performance.now() - start };
  } catch (error) {
    const refusal =
      AvatarError.is(error) && error.code === 'input-rejected'
        ? `${error.code}/${error.reason}`
        : `UNTYPED ${String(error)}`;
    return { row, refusal, durationMs: performance.now() - start };
  }
}

/** What is wrong with an answer; undefined if nothing is. */
function mismatch({ row, photo, refusal }: Answer): string | undefined {
  if (refusal?.startsWith('UNTYPED')) return refusal;
  const sizeRight = photo?.sourceWidth === row.width && photo.sourceHeight === row.height;
  switch (row.expected) {
    case 'decode':
      if (refusal) return !row.readByAll && refusal.endsWith('/unsupported-format') ? undefined : refusal;
      return sizeRight ? undefined : `size ${photo?.sourceWidth} x ${photo?.sourceHeight}`;
    case 'decode_if_supported':
      return photo || refusal?.endsWith('/unsupported-format') ? undefined : refusal;
    case 'error':
      return refusal ? undefined : 'decoded';
    case 'limit':
      return refusal || (row.frames > 1 && sizeRight) ? undefined : 'decoded';
    default:
      return undefined;
  }
}

function means(photo: Photo): number[] {
  const sums = [0, 0, 0];
  const { data, width, height } = photo.image;
  for (let i = 0; i < data.length; i++) sums[i % 3] += data[i];
  return sums.map((sum) => sum / (width * height));
}

const meanDifference = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
  return a.length === b.length ? sum / a.length : Infinity;
};

function cmykProblems(answers: readonly Answer[]): string[] {
  return Object.entries(CMYK_MEANS).flatMap(([file, expected]) => {
    const photo = answers.find((answer) => answer.row.file === file)?.photo;
    const difference = photo ? meanDifference(means(photo), expected) : Infinity;
    return difference <= LIMIT_CMYK ? [] : [`${file}: mean colour off by ${difference.toFixed(0)}`];
  });
}

function seriesProblems(answers: readonly Answer[]): string[] {
  return SERIES.flatMap((series) => {
    const members = [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) =>
      answers.find((answer) => answer.row.file === `formats/${series}_${orientation}.jpg`),
    );
    const first = members[0]?.photo?.image.data ?? [];
    return members.slice(1).flatMap((member, index) => {
      const difference = meanDifference(first, member?.photo?.image.data ?? []);
      return difference <= LIMIT_SERIES
        ? []
        : [`${series}_${index + 2}: differs from _1 by ${difference.toFixed(1)} steps`];
    });
  });
}

async function main(root: string): Promise<void> {
  const answers: Answer[] = [];
  for (const row of readExpected(root)) answers.push(await answerFor(root, row));
  const slowest = [...answers].sort((a, b) => b.durationMs - a.durationMs).slice(0, 5);
  const peakMb = process.resourceUsage().maxRSS / 1000;
  const problems = [
    ...answers.flatMap((answer) => {
      const wrong = mismatch(answer);
      return wrong ? [`${answer.row.file}: expected ${answer.row.expected}, got ${wrong}`] : [];
    }),
    ...seriesProblems(answers),
    ...cmykProblems(answers),
    ...slowest.flatMap(({ row, durationMs }) =>
      durationMs > LIMIT_MS ? [`${row.file}: ${durationMs.toFixed(0)} ms`] : [],
    ),
    ...(peakMb > LIMIT_MB ? [`peak resident memory ${peakMb.toFixed(0)} MB`] : []),
  ];

  console.log(`${answers.length} files, ${answers.filter((answer) => answer.photo).length} decoded`);
  for (const { row, refusal } of answers) if (refusal) console.log(`  ${row.file}: ${refusal}`);
  console.log(`peak resident memory ${peakMb.toFixed(0)} MB (limit ${LIMIT_MB})`);
  console.log('slowest:');
  for (const { row, durationMs } of slowest) console.log(`  ${durationMs.toFixed(0)} ms  ${row.file}`);
  console.log(problems.length === 0 ? 'no mismatch' : `${problems.length} mismatches:`);
  for (const problem of problems) console.log(`  ${problem}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

const root = process.env['AVATAR_EVAL_PHOTOS'];
if (root) {
  await main(root);
} else {
  console.error('Set AVATAR_EVAL_PHOTOS to the folder that holds formats/expected.tsv');
  process.exitCode = 2;
}
