import { relative } from 'node:path';
import type { PhotoAvatarResult } from '@avatar/generator';
import type { Decision } from '@avatar/stage';
import type { CliIo } from './cli-io.js';
import { byteSize, duration, inked, table, type Ink } from './print.js';

const DECISIONS: Readonly<Record<Decision, readonly [ink: Ink, text: string]>> = {
  auto_accept: ['green', 'accepted'],
  accept: ['green', 'accepted'],
  review: ['yellow', 'please look at it first'],
  discard: ['red', 'not fit to be shown'],
};

/** The decision is about the avatar, which the person does not see then. */
const ORIGINAL_DELIVERED: readonly [ink: Ink, text: string] = ['yellow', 'the original photo was kept'];

/** What the decision means to a person, and whether somebody should look before the picture is used. */
export function decisionOf({ delivered, decision }: PhotoAvatarResult) {
  const [ink, text] = delivered === 'original' ? ORIGINAL_DELIVERED : DECISIONS[decision];
  return { ink, text, isForReview: ink !== 'green' };
}

/** The result as a person reads it. */
export function describeAvatar(
  result: PhotoAvatarResult,
  paths: { readonly out: string | undefined; readonly thumbnail: string | undefined },
  io: CliIo,
): string {
  const { ink, text: decision } = decisionOf(result);
  const size = `${result.width} x ${result.height}, ${byteSize(result.bytes.length)}`;
  const dim = (text: string) => inked(io, 'dim', text);
  const rows = [
    [
      dim('style'),
      `${result.style} ${dim(`on ${result.background}`)}${result.platform === 'custom' ? '' : dim(` for ${result.platform}`)}`,
    ],
    likenessRow(result, inked(io, ink, decision), dim),
    [dim('photo'), photoLine(result, dim)],
    [dim('took'), `${duration(result.latencyMs)}${attemptsNote(result)}`],
  ];
  const preview =
    paths.thumbnail === undefined ? '' : `  ${dim('preview')} ${shownPath(paths.thumbnail, io)}\n`;
  const warnings = result.validationWarnings.map(
    ({ message }) => `  ${inked(io, 'yellow', '!')} ${message}\n`,
  );
  return `${inked(io, ink, '✔')} ${inked(io, 'bold', paths.out === undefined ? 'standard output' : shownPath(paths.out, io))}  ${dim(size)}\n${table(rows)}${preview}${warnings.join('')}`;
}

/** A drawn character has no likeness; how much of it was measured says what the person may want to correct. */
function likenessRow(
  { likenessScore, measured }: PhotoAvatarResult,
  decision: string,
  dim: (text: string) => string,
): string[] {
  if (likenessScore !== undefined) return [dim('likeness'), `${likenessScore.toFixed(2)} ${decision}`];
  const share = Math.round((measured?.confidence ?? 0) * 100);
  return [dim('measured'), `${share} % of the character ${decision}`];
}

/** Short where that is short. */
export function shownPath(path: string, io: CliIo): string {
  const fromHere = relative(io.cwd, path);
  return fromHere.startsWith('..') ? path : fromHere;
}

function photoLine(result: PhotoAvatarResult, dim: (text: string) => string): string {
  const faces = result.faceCount === 1 ? 'one face' : `${result.faceCount} faces`;
  const coverage = `${(result.faceCoverage * 100).toFixed(0)} % of the picture`;
  return `quality ${result.inputQualityScore.toFixed(2)} ${dim(`${faces}, ${coverage}`)}`;
}

function attemptsNote({ attempts, intensity }: PhotoAvatarResult): string {
  return attempts.length === 1 ? '' : `, ${attempts.length} attempts, kept intensity ${intensity}`;
}
