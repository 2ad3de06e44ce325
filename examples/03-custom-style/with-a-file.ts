/** A style that is a JSON file. Run: `npx tsx examples/03-custom-style/with-a-file.ts [photo] [out.png]` */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createAvatarGenerator } from '@avatar/generator';
import { loadStyleFile } from '@avatar/styles';

const [photo = 'examples/photos/astronaut.png', out = 'out/golden-hour.png'] = process.argv.slice(2);

// Checked against the published schema: a wrong value is told by its place and its range.
const goldenHour = await loadStyleFile(fileURLToPath(new URL('golden-hour.json', import.meta.url)));

await using generator = createAvatarGenerator({ styles: [goldenHour] });
const avatar = await generator.generate(photo, { style: 'golden_hour' });
await writeFile(out, avatar.bytes);
console.log(`${out}: ${avatar.style}, likeness ${avatar.likenessScore?.toFixed(2)}`);
