/**
 * A person from words, kept as a character, and drawn again: edited, posed, in another look, as vectors. No photo and no model.
 * Run: `npx tsx examples/05-character/draw.ts [words] [out folder]`
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyEdits, parseEdit } from '@avatar/character';
import { createAvatarGenerator } from '@avatar/generator';

const [
  words = 'A woman in her sixties with a silver bob, round glasses, a mustard turtleneck and a parrot',
  folder = 'out/character',
] = process.argv.slice(2);

await mkdir(folder, { recursive: true });
await using generator = createAvatarGenerator();

const first = await generator.draw(words, { look: 'toon3d', seed: 7, sizePx: 512 });
await writeFile(join(folder, 'toon3d.png'), first.bytes);
for (const { path, value, words: said } of first.understood)
  console.log(`${path} = ${String(value)}, from "${said}"`);
for (const wish of first.unsupported) console.log(`not drawn: "${wish.words}" (${wish.reason})`);

// The character is plain JSON: keep it, and the person is the same in every picture.
await writeFile(join(folder, 'character.json'), JSON.stringify(first.character, undefined, 2));

const waving = await generator.draw(first.character, {
  look: 'anime',
  pose: { yaw: -20, gesture: 'wave' },
  expression: 'laugh',
  background: 'beach_sunset',
  sizePx: 512,
});
await writeFile(join(folder, 'anime.png'), waving.bytes);

const { spec, inverse } = applyEdits(first.character, [
  parseEdit('headwear.style=wizard_hat'),
  parseEdit('clothing.style=cloak'),
]);
const wizard = await generator.draw(spec, { look: 'flat', format: 'svg', sizePx: 512 });
await writeFile(join(folder, 'flat.svg'), wizard.bytes);
console.log(
  `${folder}: 3 pictures, models: ${wizard.models.join(', ') || 'none'}; ${inverse.length} edits to undo`,
);
