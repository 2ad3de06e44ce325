import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STYLES, type Style } from '@avatar/styles';
import { linkFrom, type Page } from './page.js';

const FOLDER = 'docs/gallery';
const PICTURES = linkFrom(FOLDER, 'apps/server/page/pictures');
const PORTRAIT_PX = 480;
const CHARACTER_PX = 360;

interface Portrait {
  readonly name: string;
  readonly by: string;
  readonly looks: readonly { style: string; before: string; after: string }[];
}
interface Described {
  readonly text: string;
  readonly look: string;
  readonly seed: number;
  readonly pose?: Readonly<Record<string, string | number>>;
  readonly file: string;
}
interface Pictures {
  readonly portraits: readonly Portrait[];
  readonly characters: readonly Described[];
}

/** Both portraits in every style, each beside the photo in the same frame. */
export function styleGallery(root: string): Page {
  const { portraits } = picturesOf(root);
  const text = [
    '# Styles in pictures',
    `${portraits.map(({ name, by }) => `${name} (${by})`).join(' and ')}, both photos in the public domain, in every style: the photo, then the avatar. No
generative model, no retouching by hand. The [measured figures](../styles.md) of each style say how alike its avatars stay,
and the [styles' package](../../packages/styles/README.md) how to make one of your own.`,
    ...STYLES.map((style) => styleEntry(style, portraits)),
  ].join('\n\n');
  return { title: 'Styles in pictures', path: `${FOLDER}/styles.md`, text, children: [] };
}

function styleEntry({ token, label, description, context }: Style, portraits: readonly Portrait[]): string {
  const pictures = portraits.flatMap(({ name, looks }) => {
    const look = looks.find(({ style }) => style === token);
    if (!look) return [];
    return [
      picture(look.before, `${name}, the photo`, PORTRAIT_PX),
      picture(look.after, `${name} as ${label}`, PORTRAIT_PX),
    ];
  });
  return `## ${label}

${description} \`avatar generate me.jpg --style ${token}\` · ${context}

<div class="pictures pairs">${pictures.join('')}</div>`;
}

/** People drawn from words, and the portraits measured and drawn anew. */
export function characterGallery(root: string): Page {
  const { portraits, characters } = picturesOf(root);
  const text = [
    '# Characters in pictures',
    'Words become a person as data, and the person a picture: no photo, no model. [Characters](../characters.md) has every field.',
    '## From words',
    `<div class="pictures">${characters.map(figure).join('')}</div>`,
    '## From a photo',
    `The portraits of the [style gallery](styles.md), measured and drawn in the three looks.`,
    `<div class="pictures">${portraits.flatMap(portraitLooks).join('')}</div>`,
    '## In motion, in conversation, in three dimensions',
    `![Described people in three looks, one person in several poses, a portrait beside its character](../images/characters.jpg)`,
    `![A conversation changes the picture message by message](../images/conversation.jpg)`,
    `![Described people as 3-D busts from several sides and with expressions](../images/busts.jpg)`,
  ].join('\n\n');
  return { title: 'Characters in pictures', path: `${FOLDER}/characters.md`, text, children: [] };
}

const figure = ({ text, look, seed, pose, file }: Described): string => {
  const posed = pose
    ? ` --pose ${Object.entries(pose)
        .map((pair) => pair.join('='))
        .join()}`
    : '';
  return `<figure>${picture(file, text, CHARACTER_PX)}<figcaption>${text}<code>--look ${look} --seed ${seed}${posed}</code></figcaption></figure>`;
};

const portraitLooks = ({ name, looks }: Portrait): string[] =>
  looks
    .filter(({ style }) => style.startsWith('character_'))
    .map(
      ({ style, after }) =>
        `<figure>${picture(after, `${name}, drawn as a character`, PORTRAIT_PX)}<figcaption>${name}<code>--style ${style}</code></figcaption></figure>`,
    );

const picture = (file: string, alt: string, sidePx: number): string =>
  `<img src="${PICTURES}/${file}" alt="${alt}" width="${sidePx}" height="${sidePx}" loading="lazy">`;

const picturesOf = (root: string): Pictures =>
  JSON.parse(readFileSync(join(root, 'apps/server/page/pictures/pictures.json'), 'utf8')) as Pictures;
