/**
 * Measures where same and different people lie on the likeness scale, on labelled pairs of photos, and fails when the
 * published meanings of the knots do not hold.
 *
 *   AVATAR_EVAL_PHOTOS=<folder> npx tsx scripts/eval-likeness.ts [pairs of each kind, default 500: all]
 *
 * The folder holds identity/lfw_pairs_view1.tsv with the columns same (1 or 0), image1, image2.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAvatarGenerator, compareEmbeddings } from '@avatar/generator';
import { LIKENESS_KNOTS } from '@avatar/quality-gate';
import { AvatarError, type FaceEmbedding } from '@avatar/stage';

const folder = process.env['AVATAR_EVAL_PHOTOS'];
if (!folder) throw new Error('Set AVATAR_EVAL_PHOTOS to the folder of evaluation photos');
const pairCount = Number(process.argv[2] ?? 500);

/** Shares that the knots' meanings promise, with room for the small sample. */
const BOUNDS = { impostorsAtHalf: 0.015, genuineAtGaming: 0.95 };

const print = (line: string): void => void process.stdout.write(`${line}\n`);

interface Pair {
  readonly same: boolean;
  readonly photos: readonly [string, string];
}

function readPairs(): Pair[] {
  const text = readFileSync(join(folder ?? '', 'identity/lfw_pairs_view1.tsv'), 'utf8');
  const all = text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line): Pair => {
      const [same, first, second] = line.split('\t');
      return { same: same === '1', photos: [first, second] };
    });
  const some = (same: boolean) => all.filter((pair) => pair.same === same).slice(0, pairCount);
  return [...some(true), ...some(false)];
}

await using generator = createAvatarGenerator();
const embeddings = new Map<string, Promise<FaceEmbedding | undefined>>();

function embed(photo: string): Promise<FaceEmbedding | undefined> {
  const known = embeddings.get(photo);
  if (known !== undefined) return known;
  const embedded = generator.embed(join(folder ?? '', photo)).catch((error: unknown) => {
    if (AvatarError.is(error) && error.code === 'input-rejected') return undefined;
    throw error;
  });
  embeddings.set(photo, embedded);
  return embedded;
}

const cosines: Record<'genuine' | 'impostor', number[]> = { genuine: [], impostor: [] };
let skipped = 0;
for (const { same, photos } of readPairs()) {
  const first = await embed(photos[0]);
  const second = await embed(photos[1]);
  if (!first || !second) skipped++;
  else cosines[same ? 'genuine' : 'impostor'].push(compareEmbeddings(first, second).cosine);
}

const shareFrom = (values: readonly number[], cosine: number): number =>
  values.filter((value) => value >= cosine).length / values.length;

print(`pairs: ${cosines.genuine.length} genuine, ${cosines.impostor.length} impostor, ${skipped} skipped`);
print('cosine  score  genuine from here  impostors from here');
for (const { cosine, score } of LIKENESS_KNOTS)
  print(
    `${cosine.toFixed(2)}    ${score.toFixed(2)}   ${shareFrom(cosines.genuine, cosine).toFixed(3)}              ${shareFrom(cosines.impostor, cosine).toFixed(3)}`,
  );
const passed =
  shareFrom(cosines.impostor, 0.37) <= BOUNDS.impostorsAtHalf &&
  shareFrom(cosines.genuine, 0.43) >= BOUNDS.genuineAtGaming;
print(passed ? 'ok   the knots mean what they say' : 'FAIL the knots do not mean what they say');
process.exitCode = passed ? 0 : 1;
