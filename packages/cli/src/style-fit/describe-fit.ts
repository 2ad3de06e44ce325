import { basename } from 'node:path';
import type { FittedStyle } from '@avatar/style-fit';
import type { MeasuredChecks, Technique } from '@avatar/styles';
import type { CliIo } from '../cli-io.js';
import { inked, table } from '../print.js';

/** Below this the examples may be of several styles. */
const COHERENT = 0.55;
/** With fewer the figures depend on which they are. */
const FEW = 25;

const HANDS: Readonly<Record<Technique, string>> = {
  hatch: 'ruled lines that follow the form, as in engravings',
  paint: 'oil on a toned ground',
  flat: 'flat plates and key lines, as in woodblock prints',
  wash: 'watercolour on paper',
  stipple: 'grain, as in chalk drawings and mezzotints',
};

const percent = (share: number): string => `${Math.round(100 * share)} %`;

const likenessIn = ({ people, likenessMedian, likenessLeast }: MeasuredChecks): string =>
  `${percent(likenessMedian)}, at least ${percent(likenessLeast)}, tried on ${people} people`;

/** What was understood, for people. */
export function describeFit(
  { style, report, checks, variants }: FittedStyle,
  files: readonly string[],
  out: string,
  io: Pick<CliIo, 'colour'>,
): string {
  const { rendering } = style;
  const rows = [
    rendering.kind === 'fitted'
      ? ['drawn as', HANDS[rendering.technique]]
      : ['made as', 'a photo in the tones, tints, backdrop and framing of the examples'],
    ['examples', `${report.used} of ${report.examples}, faces in ${report.faces}`],
    ['alike', percent(report.coherence)],
    ['confidence', percent(report.confidence)],
    ['background', style.background.token],
    ...(checks ? [['likeness', likenessIn(checks)]] : []),
  ].map(([name, value]) => [inked(io, 'dim', name), value]);
  const notes = [
    ...report.leftOut.map(({ index, reason }) => `${basename(files[index])} was left out: ${reason}`),
    ...(checks && !checks.monotone
      ? ['Weaker intensities do not always look more like the person: try --intensity on a few photos.']
      : []),
    ...(report.examples < FEW ? ['There are few examples: look at a preview, with --preview PHOTO.'] : []),
    ...(report.coherence < COHERENT && variants.length === 0
      ? ['The examples differ: look at a preview, with --preview PHOTO.']
      : []),
    ...variants.map(
      ({ style: own, used }) =>
        `Of ${used} examples on their own: ${own.token}, ${HANDS[own.rendering.technique]}`,
    ),
  ];
  const lines = notes.map((note) => `  ${inked(io, 'yellow', '!')} ${note}\n`).join('');
  return `${inked(io, 'green', '✔')} ${out}  ${inked(io, 'bold', style.token)}\n${table(rows)}${lines}`;
}

/** The same for programs. */
export const fitReport = (
  { style, report, checks, variants }: FittedStyle,
  files: readonly string[],
  out: string,
  others: readonly string[],
) => ({
  output: { path: out },
  style: style.token,
  examples_are: report.examplesAre,
  technique: style.rendering.kind === 'fitted' ? style.rendering.technique : null,
  techniques: report.techniques,
  examples: report.examples,
  used: report.used,
  faces: report.faces,
  coherence: report.coherence,
  confidence: report.confidence,
  checks: checks ?? null,
  left_out: report.leftOut.map(({ index, reason }) => ({ file: files[index], reason })),
  variants: variants.map((variant, i) => ({
    path: others[i],
    style: variant.style.token,
    technique: variant.style.rendering.technique,
    used: variant.used,
    coherence: variant.coherence,
  })),
});
