import { readBrief, type BriefAttributes, type BriefReading } from '@avatar/character-brief';
import { EXIT } from '../exit-code.js';
import { inked, printJson, table } from '../print.js';
import { onStderr, type Session } from '../session.js';

export interface DescribeFlags extends BriefAttributes {
  readonly locale?: string;
  readonly seed?: number;
  readonly json?: boolean;
}

/** Says what words say about a person, or why they are refused. */
export function describe(
  text: string,
  flags: DescribeFlags,
  io: Session,
  exitWith: (code: number) => void,
): void {
  const { locale, seed, json = false, ...attributes } = flags;
  const reading = readBrief(text, {
    attributes,
    ...(locale !== undefined && { locale }),
    ...(seed !== undefined && { seed }),
  });
  if (reading.refused) {
    exitWith(EXIT.refused);
    showRefusal(reading.refused, json, io);
    return;
  }
  const { spec, understood, unsupported } = reading;
  if (json) printJson(io, { spec, understood, unsupported });
  else io.stdout(forPeople(reading, io));
}

function showRefusal(refused: NonNullable<BriefReading['refused']>, json: boolean, io: Session): void {
  const { reason, publicMessage: message } = refused;
  if (json) printJson(io, { refused, error: { code: 'input-rejected', reason, message } });
  else io.stderr(`${inked(onStderr(io), 'red', 'avatar:')} ${message}\n`);
}

function forPeople({ understood, unsupported }: BriefReading, io: Session): string {
  const said = understood.map(({ path, value, words, field, note }) => [
    inked(io, 'bold', path),
    Array.isArray(value) ? 'none' : String(value),
    inked(
      io,
      'dim',
      [field === undefined ? `“${words}”` : `${field} ${words}`, note].filter(Boolean).join(': '),
    ),
  ]);
  const left = unsupported.map(({ words, reason }) => [`“${words}”`, inked(io, 'dim', reason)]);
  const section = (title: string, rows: string[][]) =>
    rows.length === 0 ? '' : `${inked(io, 'dim', title)}\n${table(rows)}`;
  return (
    section('understood', said) + section('not drawn', left) || 'Nothing about a person was understood.\n'
  );
}
