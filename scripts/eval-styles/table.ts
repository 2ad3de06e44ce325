import { cpus } from 'node:os';
import { styleByToken } from '@avatar/styles';

/** What was measured of one style. */
export interface StyleFigures {
  readonly people?: number;
  readonly likenessMedian?: number;
  readonly likenessMin?: number;
  /** Shares of the people, in [0, 1]. */
  readonly accepted?: number;
  readonly atFirst?: number;
  readonly faceDetected?: number;
  /** In L. */
  readonly skinChangeMedian?: number;
  readonly darkSkinLiftMost?: number;
  readonly monotone?: boolean;
  readonly reproducible?: boolean;
  readonly maxMs?: number;
  readonly ecoMs?: number;
}

const ACCEPTED = 0.85;
const DARK_SKIN_LIFT = 6;
/** Least median likeness and most time, by style; others have the last line's. */
const BOUNDS: Readonly<Record<string, { readonly likeness: number; readonly ms: number }>> = {
  corporate_headshot: { likeness: 0.85, ms: 1300 },
  editorial_portrait: { likeness: 0.85, ms: 1200 },
  editorial_portrait_bw: { likeness: 0.8, ms: 1200 },
  anime_character: { likeness: 0.6, ms: 1500 },
  cartoon: { likeness: 0.6, ms: 1300 },
  '3d_render': { likeness: 0.6, ms: 1300 },
  pixel_art: { likeness: 0.6, ms: 1300 },
  painterly: { likeness: 0.75, ms: 1300 },
};
const OTHERS = { likeness: 0.8, ms: 1300 };

/** The bounds that the figures of a style miss, in words. */
export function missedBounds(token: string, figures: StyleFigures): string[] {
  const bounds = BOUNDS[token] ?? OTHERS;
  const { likenessMedian, accepted, darkSkinLiftMost, monotone, reproducible, maxMs, ecoMs } = figures;
  const missed: string[] = [];
  const check = (fine: boolean, words: string): void => {
    if (!fine) missed.push(words);
  };
  if (likenessMedian !== undefined)
    check(
      likenessMedian >= bounds.likeness,
      `median likeness ${likenessMedian.toFixed(2)} under ${bounds.likeness}`,
    );
  if (accepted !== undefined) check(accepted >= ACCEPTED, `only ${percent(accepted)} accepted`);
  if (darkSkinLiftMost !== undefined)
    check(darkSkinLiftMost <= DARK_SKIN_LIFT, `dark skin lightened by ${darkSkinLiftMost.toFixed(1)} L`);
  if (monotone !== undefined) check(monotone, 'a lower intensity is not closer to the photo');
  if (reproducible !== undefined) check(reproducible, 'the same seed gives another picture');
  if (maxMs !== undefined) check(maxMs <= bounds.ms, `${Math.round(maxMs)} ms, more than ${bounds.ms}`);
  if (maxMs !== undefined && ecoMs !== undefined)
    check(ecoMs <= maxMs / 2, `eco takes ${percent(ecoMs / maxMs)} of max`);
  return missed;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const optional = <T>(value: T | undefined, text: (value: T) => string): string =>
  value === undefined ? '' : text(value);
const fixed = (digits: number) => (value: number) => value.toFixed(digits);
const yes = (value: boolean): string => (value ? 'yes' : 'no');

const COLUMNS: readonly (readonly [title: string, cell: (figures: StyleFigures) => string])[] = [
  ['people', ({ people }) => optional(people, String)],
  ['likeness, median', ({ likenessMedian }) => optional(likenessMedian, fixed(2))],
  ['least', ({ likenessMin }) => optional(likenessMin, fixed(2))],
  ['accepted at once', ({ atFirst }) => optional(atFirst, percent)],
  ['after retries', ({ accepted }) => optional(accepted, percent)],
  ['face seen', ({ faceDetected }) => optional(faceDetected, percent)],
  ['skin, median change in L', ({ skinChangeMedian }) => optional(skinChangeMedian, fixed(1))],
  ['dark skin, most lift', ({ darkSkinLiftMost }) => optional(darkSkinLiftMost, fixed(1))],
  ['monotone', ({ monotone }) => optional(monotone, yes)],
  ['same seed, same picture', ({ reproducible }) => optional(reproducible, yes)],
  ['max, ms', ({ maxMs }) => optional(maxMs, fixed(0))],
  ['eco, ms', ({ ecoMs }) => optional(ecoMs, fixed(0))],
];

/** A Markdown table, one row a style. */
export function tableOf(figures: ReadonlyMap<string, StyleFigures>): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['style', 'minimum', ...COLUMNS.map(([title]) => title)]),
    row(['---', '---', ...COLUMNS.map(() => '---')]),
    ...[...figures].map(([token, found]) => {
      const { minLikeness, context } = styleByToken(token);
      return row([`\`${token}\``, String(minLikeness[context]), ...COLUMNS.map(([, cell]) => cell(found))]);
    }),
  ].join('\n');
}

/** Of `@avatar/style-fit`, whose styles are no part of the catalogue. */
const OWN_STYLES = `
## Styles of one's own

Made by [\`@avatar/style-fit\`](../packages/style-fit) of example pictures, and measured by hand on 6 to 9 portraits at 800 px: light and dark skin,
glasses, beards, hats. Likeness is that of the first attempt; every avatar passed its minimum of 0.60 then.

| examples                          | hand      | alike | file   | likeness, median | least |
| --------------------------------- | --------- | ----- | ------ | ---------------- | ----- |
| 26 engravings, etchings, drawings | \`hatch\`   | 0.48  | 7.5 KB | 0.83             | 0.72  |
| 9 pale drawings of them           | \`stipple\` | 0.66  | 7.4 KB | 0.80             | 0.69  |
| 28 portraits in oil               | \`paint\`   | 0.56  | 7.8 KB | 0.87             | 0.76  |
| 6 woodblock prints, each twice    | \`flat\`    | 0.71  | 7.4 KB | 0.76             | 0.67  |
| a watercolour, set up by hand     | \`wash\`    |       | 7.6 KB | 0.90             | 0.84  |
| 10 photos in one look             | photo     | 0.60  | 1.3 KB | 0.98             | 0.98  |

An example takes 0.5 to 0.8 s on two shared hyperthreads, faces and safety included, and the whole fit 540 MB of memory.
`;

export const stylesDocument = (figures: ReadonlyMap<string, StyleFigures>): string => `# Styles, measured

Made by \`npm run eval:styles -- --write\`: portraits, selfies, official portraits and press photos of LFW. Likeness is the calibrated score
of the first attempt at 512 px; "after retries" counts avatars over the style's minimum within three attempts. Lightness is the median over the
skin of the face, aligned photo against avatar; dark skin is darker than 55 L. Times are warm medians of ten portraits at 800 x 800, without retries, on
${cpus()[0]?.model ?? 'an unknown processor'} with ${cpus().length} hyperthreads and no GPU, Node ${process.version} with the heap that the
workers of \`@avatar/worker-pool\` have.

${tableOf(figures)}
${OWN_STYLES}`;
