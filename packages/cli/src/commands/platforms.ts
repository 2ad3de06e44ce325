import { createCatalogue, PLATFORMS, type Platform, type UploadLimits } from '@avatar/styles';
import type { Command } from 'commander';
import type { CliIo } from '../cli-io.js';
import { addExamples } from './help-and-voice.js';
import { byteSize, inked, printJson, table } from '../print.js';

export function addPlatforms(program: Command, io: CliIo): void {
  const command = program
    .command('platforms')
    .description('List platforms with their default size and style, and what they take.')
    .option('--json', 'print a JSON array')
    .action((flags: { json?: boolean }) => {
      if (flags.json) printJson(io, PLATFORMS.map(platformReport));
      else io.stdout(describePlatforms(io));
    });
  addExamples(command, ['avatar platforms', 'avatar platforms --json']);
}

const describePlatforms = (io: CliIo): string =>
  table(
    PLATFORMS.map(({ token, defaultSizePx, defaultStyle, context, circularCrop, upload }) => [
      inked(io, 'bold', token),
      `${defaultSizePx} px`,
      circularCrop ? 'circle' : 'square',
      defaultStyle,
      upload.maxBytes === undefined ? '' : `up to ${byteSize(upload.maxBytes)}`,
      inked(io, 'dim', context),
    ]),
    '',
  );

function platformReport(platform: Platform) {
  const { token, label, aliases, defaultSizePx, defaultStyle, context, circularCrop, upload } = platform;
  return {
    token,
    label,
    aliases: aliases ?? [],
    default_size_px: defaultSizePx,
    default_style: defaultStyle,
    styles: createCatalogue()
      .stylesFor(platform)
      .map((style) => style.token),
    context,
    circular_crop: circularCrop,
    upload: uploadReport(upload),
  };
}

/** null: no limit is known. */
const uploadReport = ({ formats, maxBytes, minSidePx, maxSidePx, published, asOf }: UploadLimits) => ({
  formats,
  max_bytes: maxBytes ?? null,
  min_side_px: minSidePx ?? null,
  max_side_px: maxSidePx ?? null,
  published,
  as_of: asOf,
});
