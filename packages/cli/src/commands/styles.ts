import { BACKGROUNDS, createCatalogue, PALETTES, type Style } from '@avatar/styles';
import type { Command } from 'commander';
import type { CliIo } from '../cli-io.js';
import { addExamples } from './help-and-voice.js';
import { inked, printJson, table } from '../print.js';
import { stylesOfFile, styleFileOption } from '../style-file-option.js';

interface StylesFlags {
  readonly styleFile?: string;
  readonly json?: boolean;
}

export function addStyles(program: Command, io: CliIo): void {
  const command = program
    .command('styles')
    .description('List styles, backgrounds and palettes.')
    .addOption(styleFileOption())
    .option('--json', 'print one JSON object')
    .action(async ({ styleFile, json }: StylesFlags) => {
      const { styles } = createCatalogue({ styles: await stylesOfFile(styleFile, io) });
      if (json) printJson(io, await stylesReport(styles));
      else io.stdout(describeStyles(styles, io));
    });
  addExamples(command, ['avatar styles', 'avatar styles --style-file my-style.json --json']);
}

function describeStyles(styles: readonly Style[], io: CliIo): string {
  const section = (title: string, rows: readonly (readonly string[])[]) =>
    `${inked(io, 'dim', title)}\n${table(rows)}`;
  const named = ({ token, label }: { token: string; label: string }) => [inked(io, 'bold', token), label];
  return [
    section(
      'styles',
      styles.map(({ token, description }) => [inked(io, 'bold', token), description]),
    ),
    section('backgrounds (or #rrggbb)', BACKGROUNDS.map(named)),
    section('palettes (or #rrggbb, or #rrggbb,#rrggbb)', PALETTES.map(named)),
  ].join('\n');
}

async function stylesReport(styles: readonly Style[]) {
  // What a style runs is known only to the pipelines themselves.
  const { styleReport } = await import('../style-report.js');
  return {
    styles: styles.map(styleReport),
    backgrounds: BACKGROUNDS.map(({ token, label }) => ({ token, label })),
    palettes: PALETTES.map(({ token, label }) => ({ token, label })),
  };
}
