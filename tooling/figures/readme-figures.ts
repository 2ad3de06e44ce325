/** What docs/evaluation/styles.json has of a style, as far as the README tells it. */
export interface StoredStyle {
  readonly people: number;
  readonly likenessMedian: number;
  readonly likenessMin: number;
  /** Shares of people in [0, 1]: accepted at all, and at the first attempt. */
  readonly accepted: number;
  readonly atFirst: number;
  /** Warm medians in milliseconds. */
  readonly maxMs: number;
  readonly ecoMs: number;
}

export interface Evaluations {
  /** By token: docs/evaluation/styles.json. */
  readonly styles: Readonly<Record<string, StoredStyle>>;
  /** Text of docs/styles.md, which names the machine. */
  readonly stylesPage: string;
  /** Text of docs/evaluation/likeness.md. */
  readonly likenessPage: string;
}

/** The table of figures that stored evaluations have, as Markdown. */
export function readmeFigures({ styles, stylesPage, likenessPage }: Evaluations): string {
  const headshot = styles.corporate_headshot;
  const times = Object.values(styles).map(({ maxMs }) => maxMs);
  const machine = found(stylesPage, /without retries, on\s+(?<what>[\s\S]+?), Node/);
  const { threshold, accuracy } = groups(
    likenessPage,
    /\| Accuracy at the shipped threshold, cosine (?<threshold>\S+) +\| (?<accuracy>[^|]+?) +\|/,
  );
  const pairs = groups(likenessPage, /(?<same>\d+) of one person, (?<different>\d+) of different people/);
  const rows = [
    [`corporate headshot; its preview (\`eco\`)`, `${ms(headshot.maxMs)}; ${ms(headshot.ecoMs)}`],
    [
      `the ${times.length} photo styles, least and most`,
      `${Math.round(Math.min(...times))} to ${ms(Math.max(...times))}`,
    ],
    [
      `likeness of headshots (0.85 asked for), ${headshot.people} people, press photos among them`,
      `median ${headshot.likenessMedian.toFixed(2)}, least ${headshot.likenessMin.toFixed(2)}; ${percent(headshot.atFirst)} at the first attempt, ${percent(headshot.accepted)} after retries`,
    ],
    [
      `same person or not, ${Number(pairs.same) + Number(pairs.different)} pairs of LFW View 1, at cosine ${threshold}`,
      `accuracy ${accuracy}`,
    ],
  ];
  return `From [the evaluation of the styles](docs/styles.md) (times: warm, 800 x 800, ${machine}) and [of likeness](docs/evaluation/likeness.md):

| What | Figure |
| ---- | ------ |
${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}`;
}

const BLOCK = /(?<=<!-- figures: npm run build:figures -->\n)[\s\S]*?(?=<!-- end of figures -->)/;

/**
 * A page with the figures between its two marks written anew.
 * @throws {Error} when the marks are missing
 */
export function withFigures(page: string, figures: string): string {
  if (!BLOCK.test(page)) throw new Error('The page has no marks for figures');
  return page.replace(BLOCK, () => `\n${figures}\n\n`);
}

function groups(text: string, pattern: RegExp): Readonly<Record<string, string>> {
  const match = pattern.exec(text);
  if (!match?.groups) throw new Error(`An evaluation lacks ${pattern.source}`);
  return match.groups;
}
const found = (text: string, pattern: RegExp): string => groups(text, pattern).what.replaceAll(/\s+/g, ' ');
const ms = (value: number): string => `${Math.round(value)} ms`;
const percent = (share: number): string => `${Math.round(100 * share)} %`;
