import { EXIT } from '../exit-code.js';
import { byteSize, inked, printJson, table } from '../print.js';
import type { Session } from '../session.js';
import { examine, type Examination } from './examine.js';

/** What stands in the way of a picture, and what helps. */
export interface Problem {
  readonly what: string;
  readonly next: string;
  readonly exitCode: number;
}

/** Tells what this installation consists of and what it lacks; the exit code is that of the first thing. */
export async function doctor(
  { json = false }: { readonly json?: boolean },
  version: string,
  io: Session,
  exitWith: (code: number) => void,
): Promise<void> {
  const found = await examine(io.env);
  const problems = problemsOf(found);
  if (json)
    printJson(io, {
      avatar: version,
      ...report(found),
      problems: problems.map(({ what, next }) => ({ what, next })),
    });
  else
    io.stdout(
      `${forPeople(version, found, io)}${problems.map((problem) => told(problem, io)).join('') || fine(io)}`,
    );
  if (problems.length > 0) exitWith(problems[0].exitCode);
}

export function problemsOf({ sharp, onnxruntime, models, freeBytes }: Examination): Problem[] {
  const problems: Problem[] = [];
  const add = (exitCode: number, what: string, next: string) => problems.push({ what, next, exitCode });
  const install = 'install @avatar/cli again, with optional dependencies, for this system';
  if (sharp === undefined) add(EXIT.failed, 'sharp, which reads and writes pictures, does not load', install);
  if (onnxruntime === undefined)
    add(EXIT.failed, 'ONNX Runtime, which runs the models, does not load', install);
  if (models.damaged.length > 0)
    add(EXIT.modelUnavailable, `damaged models: ${models.damaged.join(', ')}`, 'run "avatar models pull"');
  if (models.missing.length > 0)
    add(
      EXIT.modelUnavailable,
      `missing models: ${models.missing.join(', ')} (${byteSize(models.missingBytes)})`,
      'run "avatar models pull"; the first picture fetches those that it needs, too',
    );
  if (freeBytes < models.missingBytes)
    add(EXIT.failed, 'the disk has no room for them', 'free some, or set AVATAR_MODELS_DIR to another disk');
  return problems;
}

function forPeople(version: string, found: Examination, io: Session): string {
  const { models } = found;
  const lacking = inked(io, 'red', 'does not load');
  const licences = Object.entries(models.licences).map(([spdx, count]) => `${spdx} ${count}`);
  return table(
    [
      ['avatar', version],
      ['node', `${found.node} on ${found.platform}`],
      ['sharp', found.sharp === undefined ? lacking : `${found.sharp}, libvips ${found.libvips}`],
      ['onnxruntime', found.onnxruntime ?? lacking],
      ['runs on', found.providers.join(', ')],
      ...(found.furtherProviders.length > 0
        ? [['could run on', `${found.furtherProviders.join(', ')}, with their libraries`]]
        : []),
      [
        'models',
        `${models.present.length} there, ${byteSize(models.presentBytes)}, ${models.missing.length} missing`,
      ],
      ['in', models.directory],
      ['licences', `${licences.join(', ')}${models.isPermissive ? ': all permissive' : ''}`],
      ['free disk', byteSize(found.freeBytes)],
      ...Object.entries(found.settings),
    ].map(([name, value]) => [inked(io, 'dim', name), value]),
    '',
  );
}

const told = ({ what, next }: Problem, io: Session): string => `${inked(io, 'red', '✘')} ${what}: ${next}\n`;

const fine = (io: Session): string => `${inked(io, 'green', '✔')} Nothing is missing.\n`;

/** Keys are snake_case, as in the HTTP API. */
const report = ({ models, freeBytes, furtherProviders, ...rest }: Examination) => ({
  ...rest,
  further_providers: furtherProviders,
  models: {
    directory: models.directory,
    present: models.present,
    missing: models.missing,
    damaged: models.damaged,
    present_bytes: models.presentBytes,
    missing_bytes: models.missingBytes,
    licences: models.licences,
    permissive: models.isPermissive,
  },
  free_bytes: freeBytes,
});
