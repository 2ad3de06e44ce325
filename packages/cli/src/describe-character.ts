import type { CharacterAvatarResult } from '@avatar/generator';
import type { CliIo } from './cli-io.js';
import { timingsReport, warningReport } from './avatar-report.js';
import { shownPath } from './describe-avatar.js';
import { byteSize, duration, inked, table } from './print.js';

/** What `draw --json` prints. Keys are snake_case, as in the HTTP API. */
export const characterReport = (result: CharacterAvatarResult, path: string | undefined) => ({
  look: result.look,
  style: result.style,
  platform: result.platform,
  background: result.background,
  palette: result.palette ?? null,
  output: {
    path: path ?? null,
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
export function describeCharacter(
  result: CharacterAvatarResult,
  path: string | undefined,
  io: CliIo,
): string {
  const warnings = result.validationWarnings.filter(({ code }) => code !== 'not-drawn');
  const drawn = {
    ...result,
    seed: result.character.seed,
    ground: result.background,
    size: `${result.width} x ${result.height}`,
  };
  return (
    describeDrawn(drawn, path, io) +
    warnings.map(({ message }) => `  ${inked(io, 'yellow', '!')} ${message}\n`).join('')
  );
}

/** What every file with a person in it is told by. */
interface DrawnFile extends Pick<
  CharacterAvatarResult,
  'look' | 'seed' | 'latencyMs' | 'bytes' | 'unsupported'
> {
  /** Before the bytes. */
  readonly size: string;
  readonly ground?: string;
  /** Of words that came to nothing. Default: not drawn */
  readonly leftOut?: string;
}

export function describeDrawn(
  { look, seed, latencyMs, bytes, unsupported, size, ground, leftOut = 'not drawn' }: DrawnFile,
  path: string | undefined,
  io: CliIo,
): string {
  const dim = (text: string) => inked(io, 'dim', text);
  const rows = [
    [dim('look'), ground === undefined ? look : `${look} ${dim(`on ${ground}`)}`],
    [dim('seed'), String(seed)],
    [dim('took'), duration(latencyMs)],
  ];
  const left = unsupported.map(
    ({ words, reason }) => `  ${inked(io, 'yellow', '!')} ${leftOut}: “${words}” ${dim(reason)}\n`,
  );
  const name = path === undefined ? 'standard output' : shownPath(path, io);
  const title = `${inked(io, 'green', '✔')} ${inked(io, 'bold', name)}`;
  return `${title}  ${dim(`${size}, ${byteSize(bytes.length)}`)}\n${table(rows)}${left.join('')}`;
}
