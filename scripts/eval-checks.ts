/**
 * Measures, style by style, whether the checks of the quality gate can be trusted: whether likeness tells a photo's
 * own avatar from those of other people, whether the mesh tells a face from one that was taken away, and how explicit
 * the safety models find avatars and backgrounds. Fails when what the gate assumes of a style does not hold.
 *
 *   AVATAR_EVAL_PHOTOS=<folder> npx tsx scripts/eval-checks.ts [--people 40] [--skip 0] [--styles a,b] [--out report.md]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cosineSimilarity, embedFace, facePresence } from '@avatar/face';
import { toRaster } from '@avatar/image';
import { createModelHub } from '@avatar/onnx';
import { judgeContent } from '@avatar/quality-gate';
import type { FaceEmbedding } from '@avatar/stage';
import { lookOf, STYLES, styleByToken } from '@avatar/styles';
import { avatarsOf, type MadeAvatar } from './eval/avatar-series.js';
import { blurredAway, shuffledAway } from './eval/erased-faces.js';
import { peopleOf, photoFolder } from './eval/photo-sets.js';
import { resultOf, styleReport, styleTables, type AvatarMeasures } from './eval/style-report.js';

const { values: flags } = parseArgs({
  options: {
    people: { type: 'string', default: '40' },
    skip: { type: 'string', default: '0' },
    styles: { type: 'string' },
    out: { type: 'string' },
  },
});
const root = photoFolder();
const print = (line: string): void => void process.stdout.write(`${line}\n`);
await using models = createModelHub();

interface Seen extends Omit<AvatarMeasures, 'cosines'> {
  readonly style: string;
  readonly embedding: FaceEmbedding;
}

async function measure({ person, style, landmarks, avatar, background }: MadeAvatar): Promise<Seen> {
  const presenceIn = (image: typeof avatar.image) => facePresence(toRaster(image), landmarks, models);
  const explicitIn = async (image: typeof avatar.image) =>
    (await judgeContent(toRaster(image), models, { maxExplicit: 0 })).explicit;
  return {
    person: person.file,
    style: style.token,
    presence: await presenceIn(avatar.image),
    presenceWithoutFace: [
      await presenceIn(blurredAway(avatar.image, landmarks)),
      await presenceIn(shuffledAway(avatar.image, landmarks)),
    ],
    explicit: await explicitIn(avatar.image),
    backgroundExplicit: background.kind === 'picture' ? await explicitIn(background.image) : 0,
    embedding: await embedFace(avatar.image, landmarks, models),
  };
}

const people = peopleOf(root, Number(flags.people) + Number(flags.skip)).slice(Number(flags.skip));
const styles =
  flags.styles === undefined
    ? STYLES.filter((style) => lookOf(style) === undefined)
    : flags.styles.split(',').map(styleByToken);
const photos = new Map<string, FaceEmbedding>();
const seen: Seen[] = [];
for await (const made of avatarsOf(root, people, styles, models)) {
  photos.set(made.person.file, made.embedding);
  seen.push(await measure(made));
}
const results = styles.map((style) => {
  const rows = seen
    .filter((row) => row.style === style.token)
    .map(({ embedding, ...row }) => ({
      ...row,
      cosines: new Map([...photos].map(([file, photo]) => [file, cosineSimilarity(embedding, photo)])),
    }));
  return resultOf(style, rows);
});
print(styleTables(results));
if (flags.out !== undefined) writeFileSync(flags.out, styleReport(results));
const failed = results.filter(({ failures }) => failures.length > 0);
for (const { style, failures } of failed) print(`FAIL ${style}: ${failures.join(', ')}`);
if (failed.length === 0) print(`ok   every check that applies separates in ${results.length} styles`);
process.exitCode = failed.length === 0 ? 0 : 1;
