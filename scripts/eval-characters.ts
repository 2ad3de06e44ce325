/**
 * How well characters are measured from photos, on AVATAR_EVAL_PHOTOS.
 *
 *   npm run eval:characters [-- --sheet out/characters --only astronaut]
 *
 * Prints the share of right answers by attribute and the error of the skin against the aligned photo's diffuse skin, and
 * what was wrong. With --sheet also writes photo, toon3d, anime and flat side by side; keep those pictures of people
 * private.
 */
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { characterFit } from '@avatar/character-fit';
import { faceAlign, faceDetect, faceRegions } from '@avatar/face-align';
import { median, parseHexColour, rgbToLab } from '@avatar/image';
import { load } from '@avatar/load';
import { cutout } from '@avatar/matte';
import { createModelHub } from '@avatar/onnx';
import { pipeline } from '@avatar/pipeline-runner';
import { characterSheet, type SheetRow } from './eval-characters/character-sheet.js';
import { diffuseSkin } from './eval-characters/diffuse-skin.js';
import { LABELS } from './eval-characters/labels.js';
import { hairName, rightAnswers } from './eval-characters/right-answers.js';

const { values } = parseArgs({
  options: { sheet: { type: 'string' }, only: { type: 'string' }, cell: { type: 'string', default: '300' } },
});
const root = process.env['AVATAR_EVAL_PHOTOS'];
if (!root) throw new Error('Set AVATAR_EVAL_PHOTOS to the folder of evaluation photos');
/** Skin below this lightness is called dark, but where somebody sees that only the light is dim. */
const DARK = 55;
const SKIN_GROUPS = ['light', 'dark', 'fair in dim light'] as const;
type SkinGroup = (typeof SKIN_GROUPS)[number];
const PEOPLE_A_SHEET = 12;

await using models = createModelHub();
const measured = pipeline('source')
  .use(load())
  .use(faceDetect({ models }))
  .use(characterFit({ models }))
  .use(
    faceAlign({
      models,
      frameFrom: 'landmarks',
      framing: { headHeight: 0.5, eyeLine: 0.42, minHeadroom: 0.05 },
    }),
  )
  .use(cutout())
  .use(faceRegions({ models, parts: true }));

const right = new Map<string, boolean[]>();
const skinErrors: { file: string; error: number; group: SkinGroup }[] = [];
const rows: SheetRow[] = [];
const say = (line: string): void => void process.stdout.write(`${line}\n`);
for (const labels of LABELS.filter(({ file }) => file.includes(values.only ?? ''))) {
  const { file } = labels;
  const {
    character,
    characterFit: fit,
    face,
    regions,
  } = await measured.execute({
    source: { path: join(root, file) },
  });
  const wrong: string[] = [];
  for (const [attribute, isRight] of Object.entries(rightAnswers(character, labels))) {
    if (isRight === undefined) continue;
    right.set(attribute, [...(right.get(attribute) ?? []), isRight]);
    if (!isRight) wrong.push(attribute);
  }
  const truth = diffuseSkin(face, regions);
  const skin = rgbToLab(...(parseHexColour(character.skin?.hex ?? '') ?? [0, 0, 0]));
  if (truth && fit.confidences['skin.hex'] > 0.2) {
    const error = Math.hypot(skin[0] - truth[0], skin[1] - truth[1], skin[2] - truth[2]);
    const group = labels.isDimlyLit ? 'fair in dim light' : truth[0] < DARK ? 'dark' : 'light';
    skinErrors.push({ file, error, group });
    if (error > 12) wrong.push(`skin by ${error.toFixed(0)} (${(skin[0] - truth[0]).toFixed(0)} in L)`);
  }
  if (wrong.length > 0)
    say(
      `${file}: ${wrong.join(', ')}; ${character.hair?.style}, ${hairName(character)} ${character.hair?.hex}, ${character.facial_hair?.style}, ${character.glasses?.style}, ${character.headwear?.style}, ${character.expression}`,
    );
  if (values.sheet) rows.push({ photo: face.crop, character });
}

for (const [attribute, answers] of right) {
  const good = answers.filter(Boolean).length;
  say(`${attribute.padEnd(12)} ${good} of ${answers.length}, ${Math.round((100 * good) / answers.length)} %`);
}
for (const group of SKIN_GROUPS) {
  const errors = skinErrors.filter((skin) => skin.group === group).map(({ error }) => error);
  if (errors.length === 0) continue;
  say(
    `skin, ${group}: median ${median(errors).toFixed(1)} dE, largest ${Math.max(...errors).toFixed(1)}, within 12: ${errors.filter((error) => error <= 12).length} of ${errors.length}`,
  );
}
if (values.sheet) {
  mkdirSync(values.sheet, { recursive: true });
  for (let at = 0; at < rows.length; at += PEOPLE_A_SHEET)
    await writeFile(
      join(values.sheet, `people-${at / PEOPLE_A_SHEET}.png`),
      await characterSheet(rows.slice(at, at + PEOPLE_A_SHEET), Number(values.cell)),
    );
}
