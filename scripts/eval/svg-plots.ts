import { shareFrom, sorted, type Scores } from './statistics.js';

const WIDTH = 640;
const HEIGHT = 420;
const MARGIN = { left: 64, right: 20, top: 20, bottom: 52 };
const INK = '#333333';
const GRID = '#dddddd';
const GENUINE = '#1b7f5c';
const IMPOSTOR = '#b3492f';

const across = (share: number): number => MARGIN.left + share * (WIDTH - MARGIN.left - MARGIN.right);
const down = (share: number): number =>
  HEIGHT - MARGIN.bottom - share * (HEIGHT - MARGIN.top - MARGIN.bottom);
const text = (x: number, y: number, content: string, anchor = 'middle'): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${content}</text>`;
const line = (x1: number, y1: number, x2: number, y2: number, colour = GRID): string =>
  `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="${colour}"/>`;

interface Tick {
  /** Along the axis, in [0, 1]. */
  readonly at: number;
  readonly label: string;
}

function frame(xTicks: readonly Tick[], yTicks: readonly Tick[], xTitle: string, yTitle: string): string {
  const middle = (HEIGHT - MARGIN.bottom + MARGIN.top) / 2;
  return [
    ...xTicks.map(
      ({ at, label }) =>
        line(across(at), down(0), across(at), down(1)) + text(across(at), down(0) + 18, label),
    ),
    ...yTicks.map(
      ({ at, label }) =>
        line(across(0), down(at), across(1), down(at)) + text(across(0) - 8, down(at) + 4, label, 'end'),
    ),
    text(across(0.5), HEIGHT - 12, xTitle),
    `<g transform="rotate(-90 16 ${middle})">${text(16, middle, yTitle)}</g>`,
  ].join('\n');
}

const picture = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="${INK}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="white"/>
${content}
</svg>
`;

const path = (points: readonly (readonly [number, number])[], colour: string): string =>
  `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map(([x, y]) => `${across(x).toFixed(1)},${down(y).toFixed(1)}`).join(' ')}"/>`;

const EXPONENTS = [-5, -4, -3, -2, -1, 0];

/** True positive rate over false match rate, the latter on a logarithmic axis from 1e-5 to 1. */
export function rocPlot(genuine: readonly number[], cross: Float64Array, leastTpr = 0.8): string {
  const ascending = sorted(genuine);
  const points: [number, number][] = [];
  for (let i = 0; i <= 200; i++) {
    const fmr = 10 ** (-5 + i / 40);
    const threshold = cross[Math.max(0, cross.length - 1 - Math.floor(fmr * cross.length))] + 1e-9;
    points.push([i / 200, Math.max(0, (shareFrom(ascending, threshold) - leastTpr) / (1 - leastTpr))]);
  }
  const xTicks = EXPONENTS.map((exponent) => ({ at: (exponent + 5) / 5, label: `1e${exponent}` }));
  const yTicks = [0, 0.25, 0.5, 0.75, 1].map((at) => ({
    at,
    label: (leastTpr + at * (1 - leastTpr)).toFixed(2),
  }));
  return picture(
    frame(xTicks, yTicks, 'false match rate (all photos of different people)', 'true match rate') +
      path(points, GENUINE),
  );
}

const BINS = 60;
const FROM = -0.2;
/** Labels nearer than this stand one above the other. */
const LABEL_WIDTH_PX = 30;

/** Where the axis begins: embedders whose cosines are all high are shown from there on. */
const leastCosine = (cross: Float64Array): number => {
  const least = Math.floor(cross[0] * 10) / 10;
  return least > 0.2 ? least : FROM;
};

function histogram(values: Iterable<number>, count: number, from: number): number[] {
  const bins = new Array<number>(BINS).fill(0);
  for (const value of values) {
    const bin = Math.floor(((value - from) / (1 - from)) * BINS);
    bins[Math.min(BINS - 1, Math.max(0, bin))] += 1 / count;
  }
  return bins;
}

/** Shares of the cosines of same and of different people, and the published thresholds. */
export function distributionPlot(
  { genuine }: Scores,
  cross: Float64Array,
  thresholds: readonly { readonly cosine: number; readonly score: number }[],
): string {
  const from = leastCosine(cross);
  const shares = [histogram(genuine, genuine.length, from), histogram(cross, cross.length, from)];
  const highest = Math.max(...shares.flat());
  const curve = (bins: readonly number[], colour: string) =>
    path(
      bins.map((share, i) => [(i + 0.5) / BINS, share / highest] as const),
      colour,
    );
  const at = (cosine: number) => (cosine - from) / (1 - from);
  const step = from === FROM ? 0.2 : 0.1;
  const ticks = Array.from({ length: Math.round((1 - from) / step) + 1 }, (_, i) => from + i * step);
  const xTicks = ticks.map((cosine) => ({
    at: at(cosine),
    label: cosine.toFixed(1),
  }));
  const yTicks = [0, 0.5, 1].map((share) => ({
    at: share,
    label: `${(share * highest * 100).toFixed(0)} %`,
  }));
  let lastX = -Infinity;
  let isRaised = false;
  const marks = thresholds.map(({ cosine, score }) => {
    const x = across(at(cosine));
    isRaised = x - lastX < LABEL_WIDTH_PX && !isRaised;
    lastX = x;
    return line(x, down(0), x, down(0.94), INK) + text(x, down(isRaised ? 1 : 0.96), score.toFixed(2));
  });
  const legend =
    `<g fill="${GENUINE}">${text(across(0.02), down(0.9), 'the same person', 'start')}</g>` +
    `<g fill="${IMPOSTOR}">${text(across(0.02), down(0.83), 'different people', 'start')}</g>`;
  return picture(
    [
      frame(xTicks, yTicks, 'cosine similarity (likeness score above the lines)', 'share of pairs'),
      ...marks,
      curve(shares[0], GENUINE),
      curve(shares[1], IMPOSTOR),
      legend,
    ].join('\n'),
  );
}
