import { BACKGROUNDS, PALETTES, STYLES } from '@avatar/styles';
import type { Command } from 'commander';
import type { CliIo } from '../cli-io.js';
import { inked, printJson, table } from '../print.js';

export function addStyles(program: Command, io: CliIo): void {
  program
    .command('styles')
    .description('List styles, backgrounds and palettes.')
    .option('--json', 'print one JSON object')
    .action((flags: { json?: boolean }) => {
      if (flags.json) printJson(io, stylesReport());
      else io.stdout(describeStyles(io));
    });
}

function describeStyles(io: CliIo): string {
  const section = (title: string, rows: readonly (readonly string[])[]) =>
    `${inked(io, 'dim', title)}\n${table(rows)}`;
  const named = ({ token, label }: { token: string; label: string }) => [inked(io, 'bold', token), label];
  return [
    section(
      'styles',
      STYLES.map(({ token, description }) => [inked(io, 'bold', token), description]),
    ),
    section('backgrounds (or #rrggbb)', BACKGROUNDS.map(named)),
    section('palettes (or #rrggbb, or #rrggbb,#rrggbb)', PALETTES.map(named)),
  ].join('\n');
}

const stylesReport = () => ({
  styles: STYLES.map(
    ({ token, label, description, platforms, context, background, minLikeness, licence }) => ({
      token,
      label,
      description,
      platforms,
      context,
      background: background.token,
      palette: background.palette,
      min_likeness: minLikeness,
      licence,
    }),
  ),
  backgrounds: BACKGROUNDS.map(({ token, label }) => ({ token, label })),
  palettes: PALETTES.map(({ token, label }) => ({ token, label })),
});
