import type { CharacterAvatarResult } from '@avatar/generator';
import type { CliIo } from './cli-io.js';
import { timingsReport, warningReport } from './avatar-report.js';
import { shownPath } from './describe-avatar.js';
import { byteSize, duration, inked, table } from './print.js';

/** What `draw --json` prints. Keys are snake_case, as in the HTTP API. */
export const characterReport = (result: CharacterAvatarResult, path: string) => ({
  look: result.look,
  style: result.style,
  platform: result.platform,
  background: result.background,
  palette: result.palette ?? null,
  output: {
    path,
    format: result.format,
    width: result.width,
    height: result.height,
    bytes: result.bytes.length,
  },
  character: result.character,
  understood: result.understood,
  unsupported: result.unsupported,
  decision: result.decision,
  validation_warnings: result.validationWarnings.map(warningReport),
  seed: result.seed,
  latency_ms: Math.round(result.latencyMs),
  timings_ms: timingsReport(result.timingsMs),
  models: result.models,
});

/** The result as a person reads it. */
export function describeCharacter(result: CharacterAvatarResult, path: string, io: CliIo): string {
  const dim = (text: string) => inked(io, 'dim', text);
  const size = `${result.width} x ${result.height}, ${byteSize(result.bytes.length)}`;
  const rows = [
    [dim('look'), `${result.look} ${dim(`on ${result.background}`)}`],
    [dim('seed'), String(result.character.seed)],
    [dim('took'), duration(result.latencyMs)],
  ];
  const left = result.unsupported.map(
    ({ words, reason }) => `  ${inked(io, 'yellow', '!')} not drawn: “${words}” ${dim(reason)}\n`,
  );
  const warnings = result.validationWarnings
    .filter(({ code }) => code !== 'not-drawn')
    .map(({ message }) => `  ${inked(io, 'yellow', '!')} ${message}\n`);
  return `${inked(io, 'green', '✔')} ${inked(io, 'bold', shownPath(path, io))}  ${dim(size)}\n${table(rows)}${[...left, ...warnings].join('')}`;
}
