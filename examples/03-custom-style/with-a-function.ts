/** A style that is a function: a newspaper's halftone. Run: `npx tsx examples/03-custom-style/with-a-function.ts [photo] [out.png]` */
import { writeFile } from 'node:fs/promises';
import { createAvatarGenerator } from '@avatar/generator';
import { createPlanar, luma, mix, smoothstep } from '@avatar/image';
import { defineStyle, type RenderFunction } from '@avatar/styles';

const INK = [0.1, 0.12, 0.3] as const;
const PAPER = [0.98, 0.94, 0.86] as const;
/** Distance of the dots and softness of their edges, as fractions of the side and of the tones. */
const PITCH = 0.0075;
const SOFTNESS = 0.22;

/** Dots on a grid at 45 degrees, larger where the photo is darker. Full strength: the toolkit mixes it with the photo. */
const halftone: RenderFunction = ({ cutout: { foreground } }) => {
  const { width, height } = foreground;
  const tone = luma(foreground).data;
  const image = createPlanar(width, height);
  const turn = (2 * Math.PI * Math.SQRT1_2) / (PITCH * width);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const screen = 0.5 + 0.25 * (Math.cos((x + y) * turn) + Math.cos((x - y) * turn));
      const paper = smoothstep(-SOFTNESS, SOFTNESS, tone[i] * 1.1 - screen);
      image.planes.forEach((plane, channel) => (plane[i] = mix(INK[channel], PAPER[channel], paper)));
    }
  return image;
};

const newsprint = defineStyle({
  token: 'newsprint',
  label: 'Newsprint',
  description: 'One ink on warm paper, in dots.',
  licence: 'CC0-1.0',
  creator: 'An example of the avatar toolkit',
  platforms: ['discord', 'portfolio'],
  context: 'gaming',
  framing: { headHeight: 0.6, eyeLine: 0.43, minHeadroom: 0.045 },
  background: { token: '#f0c35a', palette: 'warm_beige' },
  rendering: { kind: 'function', render: halftone },
  minLikeness: { professional: 0.85, social: 0.75, gaming: 0.6 },
});

const [photo = 'examples/photos/grace-hopper.jpg', out = 'out/newsprint.png'] = process.argv.slice(2);

await using generator = createAvatarGenerator({ styles: [newsprint] });
const avatar = await generator.generate(photo, { style: 'newsprint', platform: 'discord' });
await writeFile(out, avatar.bytes);
console.log(`${out}: ${avatar.style}, likeness ${avatar.likenessScore?.toFixed(2)}`);
