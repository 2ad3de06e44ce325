/**
 * Measures every style on a folder of photos, prints a table, and fails when a style misses its bounds.
 *
 *   AVATAR_EVAL_PHOTOS=<folder> npm run eval:styles [-- --styles a,b --people 100 --only likeness,steps,times --write]
 *
 * `likeness`: people at 512 px with the default retries. `steps`: five intensities and two runs of one seed on four
 * faces. `times`: warm medians over ten portraits at 800 px, in both modes. `--write` puts what was measured into
 * docs/styles.md, beside what docs/evaluation/styles.json has of earlier runs.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createAvatarGenerator, growHeapInLargeSteps } from '@avatar/generator';
import { createModelHub } from '@avatar/onnx';
import { lookOf, STYLES, styleByToken } from '@avatar/styles';
import { evaluationPeople } from './eval-styles/people.js';
import { measureLikeness } from './eval-styles/likeness.js';
import { measureSteps } from './eval-styles/steps.js';
import { missedBounds, stylesDocument, tableOf, type StyleFigures } from './eval-styles/table.js';
import { storeFigures } from './eval-styles/stored-figures.js';
import { measureTimes } from './eval-styles/times.js';

const { values } = parseArgs({
  options: {
    styles: { type: 'string' },
    people: { type: 'string', default: '100' },
    only: { type: 'string', default: 'likeness,steps,times' },
    write: { type: 'boolean', default: false },
  },
});
const folder = process.env['AVATAR_EVAL_PHOTOS'];
if (!folder) throw new Error('Set AVATAR_EVAL_PHOTOS to the folder of evaluation photos');

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const parts = values.only.split(',');
const styles =
  values.styles?.split(',').map(styleByToken) ?? STYLES.filter((style) => lookOf(style) === undefined);
const people = evaluationPeople(folder, Number(values.people));

await using models = createModelHub();
growHeapInLargeSteps();
await using generator = createAvatarGenerator({ models });
const figures = new Map<string, StyleFigures>(styles.map(({ token }) => [token, {}]));
const note = (token: string, found: StyleFigures): void =>
  void figures.set(token, { ...figures.get(token), ...found });

if (parts.includes('times'))
  for (const style of styles) note(style.token, await measureTimes(generator, style, people.slice(0, 10)));
if (parts.includes('steps'))
  for (const style of styles) note(style.token, await measureSteps(models, style, people.slice(0, 4)));
if (parts.includes('likeness'))
  for (const [token, found] of await measureLikeness(models, styles, people, print)) note(token, found);

print(tableOf(figures));
if (values.write) {
  const tokens = STYLES.map(({ token }) => token);
  writeFileSync('docs/styles.md', stylesDocument(storeFigures(figures, tokens)));
}
const missed = [...figures].flatMap(([token, found]) =>
  missedBounds(token, found).map((miss) => `${token}: ${miss}`),
);
for (const miss of missed) print(`FAIL ${miss}`);
process.exitCode = missed.length > 0 ? 1 : 0;
