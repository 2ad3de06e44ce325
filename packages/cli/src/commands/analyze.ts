import { resolve } from 'node:path';
import type { AvatarGenerator, PhotoAnalysis } from '@avatar/generator';
import type { Command } from 'commander';
import { analysisReport } from '../analysis-report.js';
import type { CliIo } from '../cli-io.js';
import { describeAnalysis } from '../describe-analysis.js';
import { exitCodeOf } from '../exit-code.js';
import { failureOf, isOneInputsFault } from '../failure.js';
import { photoList } from '../photo-list.js';
import { inked, printJson } from '../print.js';
import { onStderr } from '../session.js';
import { Progress } from '../progress.js';

export function addAnalyze(program: Command, io: CliIo, exitWith: (code: number) => void): void {
  program
    .command('analyze')
    .description('Tell what photos are worth as input. Nothing is made or written.')
    .argument('[photo...]', 'photos, and folders whose photos are taken')
    .option('--files-from <file>', 'a list of photos and folders, one a line; - is the standard input')
    .option('--json', 'print one JSON object a line')
    .action((named: string[], flags: AnalyzeFlags) => analyze(named, flags, io, exitWith));
}

interface AnalyzeFlags {
  readonly filesFrom?: string;
  readonly json?: boolean;
}

async function analyze(
  named: readonly string[],
  { filesFrom, json = false }: AnalyzeFlags,
  io: CliIo,
  exitWith: (code: number) => void,
): Promise<void> {
  const photos = await photoList({ named, filesFrom }, io);
  const progress = new Progress(io.terminal);
  await using generator = await io.createGenerator({ models: { onProgress: progress.onDownload } });
  let lastFailure: unknown;
  let analysed = 0;
  for (const file of photos) {
    progress.line(`looking at ${file} …`);
    try {
      const analysis = await analyzeOne(generator, resolve(io.cwd, file), io);
      progress.finish();
      show(file, analysis, json, io);
      analysed++;
    } catch (error) {
      progress.finish();
      if (!isOneInputsFault(error) || io.signal.aborted) throw error;
      showFailure(file, error, json, io);
      lastFailure = error;
    }
  }
  if (analysed === 0) exitWith(exitCodeOf(lastFailure));
}

const analyzeOne = (generator: AvatarGenerator, path: string, io: CliIo): Promise<PhotoAnalysis> =>
  generator.validate(path, { signal: io.signal });

function show(file: string, analysis: PhotoAnalysis, json: boolean, io: CliIo): void {
  if (json) printJson(io, analysisReport(file, analysis));
  else io.stdout(describeAnalysis(file, analysis, io));
}

function showFailure(file: string, error: unknown, json: boolean, io: CliIo): void {
  const failure = failureOf(error);
  if (json) printJson(io, { file, error: failure });
  else
    io.stderr(
      `${inked(onStderr(io), 'red', '✘')} ${inked(onStderr(io), 'bold', file)}  ${failure.message}\n`,
    );
}
