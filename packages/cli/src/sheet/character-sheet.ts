import { resolve } from 'node:path';
import { GESTURES, type Expression, type Framing, type Gesture } from '@avatar/character';
import { LOOK_NAMES } from '@avatar/character-draw';
import type { AvatarGenerator, CharacterInput, DrawOptions } from '@avatar/generator';
import { encodePng } from '@avatar/image';
import { writeFileAtomic } from '@avatar/save';
import { personOf } from '../character-file.js';
import { checkOutputs } from '../output-paths.js';
import { inked, printJson } from '../print.js';
import { formatOfFile } from '../picture-format.js';
import { Progress } from '../progress.js';
import type { Session } from '../session.js';
import { contactSheet, squareOf, type SheetCell } from './contact-sheet.js';

interface CharacterSheetFlags {
  readonly cell: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** One picture of the person; what it leaves out stays as it was said. */
interface Pose extends Pick<DrawOptions, 'pose' | 'expression' | 'framing'> {
  readonly label: string;
}

const TURN_DEG = 35;
/** How the face goes with the hands, for pictures that look meant. */
const FACES: Readonly<Record<Exclude<Gesture, 'none'>, Expression>> = {
  wave: 'laugh',
  arms_crossed: 'serious',
  thumbs_up: 'smile',
  hand_on_chin: 'smug',
};
const WHOLE: Framing = 'full_body';

const POSES: readonly Pose[] = [
  { label: 'as_described' },
  { label: 'left', pose: { yaw: -TURN_DEG, gesture: 'none' } },
  { label: 'right', pose: { yaw: TURN_DEG, gesture: 'none' } },
  ...GESTURES.flatMap(({ value }) =>
    value === 'none' ? [] : [{ label: value, pose: { gesture: value }, expression: FACES[value] }],
  ),
  { label: WHOLE, framing: WHOLE },
];

/** One picture of a person: a row for every look, a column for every pose. */
export async function characterSheet(given: string, flags: CharacterSheetFlags, io: Session): Promise<void> {
  const { who, file, name } = await personOf(given, io);
  const shown = flags.out ?? `${name}-sheet.png`;
  const out = resolve(io.cwd, shown);
  formatOfFile(out, 'png', '--out');
  await checkOutputs({ out, character: file });
  const progress = new Progress(io);
  try {
    await using generator = await io.createGenerator({});
    const cells = await cellsOf(generator, who, flags.cell, io, progress);
    io.signal.throwIfAborted();
    await writeFileAtomic(out, await encodePng(contactSheet(cells, flags.cell, POSES.length)));
    progress.finish();
    if (flags.json)
      printJson(io, { output: { path: out }, looks: LOOK_NAMES, poses: POSES.map(({ label }) => label) });
    else io.tell(`${inked(io, 'green', '✔')} ${shown}  ${LOOK_NAMES.length} looks, ${POSES.length} poses\n`);
  } finally {
    progress.finish();
  }
}

async function cellsOf(
  generator: AvatarGenerator,
  who: CharacterInput,
  cellPx: number,
  { signal }: Session,
  progress: Progress,
): Promise<SheetCell[]> {
  const cells: SheetCell[] = [];
  for (const look of LOOK_NAMES)
    for (const { label, ...asked } of POSES) {
      progress.line(`${look} ${label} (${cells.length + 1} of ${LOOK_NAMES.length * POSES.length}) …`);
      const { bytes } = await generator.draw(who, { ...asked, look, sizePx: cellPx, signal });
      cells.push({ label: `${look} ${label}`, picture: await squareOf(bytes, cellPx) });
    }
  return cells;
}
