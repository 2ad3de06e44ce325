import { resolve } from 'node:path';
import type { AvatarGenerator, Comparison } from '@avatar/generator';
import { AvatarError } from '@avatar/stage';
import { rounded } from '../avatar-report.js';
import { exitCodeOfAll } from '../exit-code.js';
import { failureOf, isOneInputsFault } from '../failure.js';
import { inked, printJson } from '../print.js';
import { Progress } from '../progress.js';
import { tellFailed, type Session } from '../session.js';
import { EmbeddingCache } from './embedding-cache.js';
import { readPairs, type PhotoPair } from './pairs-file.js';

export interface CompareFlags {
  readonly pairs?: string;
  readonly root?: string;
  readonly json?: boolean;
}

/** Compares two photos, or each pair of a table. */
export async function compare(
  first: string | undefined,
  second: string | undefined,
  flags: CompareFlags,
  io: Session,
  exitWith: (code: number) => void,
): Promise<void> {
  const pairs = await askedPairs(first, second, flags, io);
  const root = resolve(io.cwd, flags.root ?? '.');
  const progress = new Progress(io);
  await using generator = await io.createGenerator({ models: { onProgress: progress.onDownload } });
  if (flags.pairs === undefined) {
    const comparison = await compareOne(generator, pairs[0], root, io).finally(() => progress.finish());
    show(pairs[0], comparison, flags, io);
    return;
  }
  const embeddings = new EmbeddingCache(generator, pairs, root);
  const failures: unknown[] = [];
  for (const [index, pair] of pairs.entries()) {
    progress.line(`pair ${index + 1} of ${pairs.length} …`);
    const outcome = await embeddings.compare(pair, io.signal).catch(onePairsFault);
    progress.finish();
    if ('error' in outcome) failures.push(outcome.error);
    show(pair, outcome, flags, io);
  }
  exitWith(exitCodeOfAll(failures));
}

const compareOne = (generator: AvatarGenerator, pair: PhotoPair, root: string, { signal }: Session) =>
  generator.compare(resolve(root, pair.image1), resolve(root, pair.image2), { signal });

async function askedPairs(
  first: string | undefined,
  second: string | undefined,
  flags: CompareFlags,
  io: Session,
): Promise<readonly PhotoPair[]> {
  const table = flags.pairs;
  if (table !== undefined && first === undefined) return readPairs(resolve(io.cwd, table));
  if (table === undefined && first !== undefined && second !== undefined)
    return [{ image1: first, image2: second }];
  throw new AvatarError('invalid-options', 'Give two photos, or a table of them with --pairs');
}

type Outcome = Comparison | { readonly error: unknown };

function onePairsFault(error: unknown): Outcome {
  if (!isOneInputsFault(error)) throw error;
  return { error };
}

function show({ image1, image2 }: PhotoPair, outcome: Outcome, { json }: CompareFlags, io: Session): void {
  const names = `${image1}  ${image2}`;
  if ('error' in outcome) {
    const failure = failureOf(outcome.error);
    if (json) printJson(io, { image1, image2, error: failure });
    else tellFailed(io, names, failure.message);
    return;
  }
  const { cosine, likenessScore } = outcome;
  if (json)
    printJson(io, { image1, image2, cosine: rounded(cosine), likeness_score: rounded(likenessScore) });
  else
    io.stdout(
      `likeness ${inked(io, 'bold', likenessScore.toFixed(2))}  ${inked(io, 'dim', `cosine ${cosine.toFixed(3)}  ${names}`)}\n`,
    );
}
