/** A style that brings its own ONNX network. Run: `npx tsx examples/03-custom-style/with-a-network.ts [photo] [out.png] [folder]` */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAvatarGenerator } from '@avatar/generator';
import { loadStyleFile } from '@avatar/styles';
import { screenPrintNetwork } from './screen-print-network.js';

const [photo = 'examples/photos/astronaut.png', out = 'out/screen-print.png', folder = 'out/screen-print'] =
  process.argv.slice(2);

// A style is a folder: the JSON file, and beside it the network that it names.
await mkdir(folder, { recursive: true });
const file = join(folder, 'screen-print.json');
await copyFile(new URL('screen-print.json', import.meta.url), file);
await writeFile(join(folder, 'screen-print.onnx'), screenPrintNetwork(640));

await using generator = createAvatarGenerator({ styles: [await loadStyleFile(file)] });
const avatar = await generator.generate(photo, { style: 'screen_print', platform: 'discord' });
await writeFile(out, avatar.bytes);
console.log(
  `${out}: ${avatar.style}, likeness ${avatar.likenessScore?.toFixed(2)}, ${avatar.models.find((id) => id.endsWith(':model')) ?? ''}`,
);
