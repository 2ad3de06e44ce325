import { PLATFORMS } from '@avatar/styles';
import type { Command } from 'commander';
import type { CliIo } from '../cli-io.js';
import { inked, printJson, table } from '../print.js';

export function addPlatforms(program: Command, io: CliIo): void {
  program
    .command('platforms')
    .description('List platforms with their default size and style.')
    .option('--json', 'print a JSON array')
    .action((flags: { json?: boolean }) => {
      if (flags.json) printJson(io, platformsReport());
      else io.stdout(describePlatforms(io));
    });
}

const describePlatforms = (io: CliIo): string =>
  table(
    PLATFORMS.map(({ token, defaultSizePx, defaultStyle, context }) => [
      inked(io, 'bold', token),
      `${defaultSizePx} px`,
      defaultStyle,
      inked(io, 'dim', context),
    ]),
    '',
  );

const platformsReport = () =>
  PLATFORMS.map(({ token, label, aliases, defaultSizePx, defaultStyle, context, circularCrop }) => ({
    token,
    label,
    aliases: aliases ?? [],
    default_size_px: defaultSizePx,
    default_style: defaultStyle,
    context,
    circular_crop: circularCrop,
  }));
