import { readBrief, type BriefAttributes, type BriefReading } from '@avatar/character-brief';
import type { Command } from 'commander';
import type { CliIo } from '../cli-io.js';
import { EXIT } from '../exit-code.js';
import { onStderr } from '../session.js';
import { inked, printJson, table } from '../print.js';
import { parseInteger } from './option-values.js';

interface DescribeFlags extends BriefAttributes {
  readonly locale?: string;
  readonly seed?: number;
  readonly json?: boolean;
}

export function addDescribe(program: Command, io: CliIo, exitWith: (code: number) => void): void {
  program
    .command('describe')
    .description('Tell what words say about a person, as a character. Nothing is drawn.')
    .argument('[text]', 'the description, up to 2,000 characters', '')
    .option('--age <age>', 'Young Adult, Early Middle Age, Late Middle Age or Senior')
    .option('--gender <gender>', 'Woman or Man')
    .option('--ethnicity <ethnicity>', 'a broad prior for skin and hair, such as "South Asian"')
    .option('--orientation <orientation>', 'square, horizontal or vertical')
    .option('--pose <pose>', 'half_body, close_up or full_body')
    .option('--style <style>', 'Realistic, Pixar, Cinematic, Vintage, Noir or Cyberpunk')
    .option('--appearance <text>', 'more words, read before the text')
    .option('--name <name>', 'says nothing about looks')
    .option('--locale <language>', 'language of the text; only en so far')
    .option('--seed <number>', 'chooses within the prior of --ethnicity', parseInteger)
    .option('--json', 'print one JSON object')
    .action((text: string, flags: DescribeFlags) => describe(text, flags, io, exitWith));
}

function describe(text: string, flags: DescribeFlags, io: CliIo, exitWith: (code: number) => void): void {
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

function showRefusal(refused: NonNullable<BriefReading['refused']>, json: boolean, io: CliIo): void {
  const { reason, publicMessage: message } = refused;
  if (json) printJson(io, { refused, error: { code: 'input-rejected', reason, message } });
  else io.stderr(`${inked(onStderr(io), 'red', 'avatar:')} ${message}\n`);
}

function forPeople({ understood, unsupported }: BriefReading, io: CliIo): string {
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
