import { join } from 'node:path';
import type { Expression } from '@avatar/character';
import type { CharacterAvatarResult, CharacterInput, DrawOptions } from '@avatar/generator';
import { tilePngs } from '@avatar/image';
import { writeFileAtomic } from '@avatar/save';
import { shownPath } from '../describe-avatar.js';
import { isFolder } from '../output-paths.js';
import { inked, printJson } from '../print.js';
import { Progress } from '../progress.js';
import type { Session } from '../session.js';

/** The faces of a set of stickers, in the order of the sheet. */
const FACES: readonly Expression[] = ['smile', 'laugh', 'surprised', 'smug', 'sad', 'serious'];
const COLUMNS = 3;

/** Writes a person with six faces: one PNG, or a file for each into a folder. */
export async function drawExpressions(
  who: CharacterInput,
  options: DrawOptions,
  { out, json }: { readonly out: string; readonly json: boolean },
  io: Session,
): Promise<void> {
  const drawn = await facesOf(who, options, io);
  const files = (await isFolder(out))
    ? FACES.map((face, i) => ({ path: join(out, `${face}.png`), bytes: drawn[i].bytes }))
    : [
        {
          path: out,
          bytes: await tilePngs(
            drawn.map(({ bytes }) => bytes),
            COLUMNS,
            drawn[0],
          ),
        },
      ];
  io.signal.throwIfAborted();
  for (const { path, bytes } of files) await writeFileAtomic(path, bytes);
  if (json) {
    const { look, character, seed } = drawn[0];
    printJson(io, { look, expressions: FACES, output: files.map(({ path }) => ({ path })), character, seed });
  } else
    for (const { path } of files)
      io.tell(`${inked(io, 'green', '✔')} ${inked(io, 'bold', shownPath(path, io))}\n`);
}

async function facesOf(
  who: CharacterInput,
  options: DrawOptions,
  io: Session,
): Promise<CharacterAvatarResult[]> {
  const progress = new Progress(io);
  const drawn: CharacterAvatarResult[] = [];
  try {
    await using generator = await io.createGenerator({});
    for (const expression of FACES) {
      progress.line(`${expression} (${drawn.length + 1} of ${FACES.length}) …`);
      drawn.push(await generator.draw(who, { ...options, expression, signal: io.signal }));
    }
  } finally {
    progress.finish();
  }
  return drawn;
}
