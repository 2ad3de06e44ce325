import { resolve } from 'node:path';
import type { AvatarGenerator, PhotoAnalysis } from '@avatar/generator';
import { exitCodeOfAll } from '../exit-code.js';
import { failureOf, isOneInputsFault } from '../failure.js';
import { photoList } from '../photo-list.js';
import { inked, printJson } from '../print.js';
import { Progress } from '../progress.js';
import { onStderr, tellFailed, type Session } from '../session.js';
import { analysisReport } from './analysis-report.js';
import { describeAnalysis } from './describe-analysis.js';

export interface AnalyzeFlags {
  readonly filesFrom?: string;
  readonly json?: boolean;
}

/** Judges photos one after the other. One that cannot be used does not stop the others. */
export async function analyze(
  named: readonly string[],
  { filesFrom, json = false }: AnalyzeFlags,
  io: Session,
  exitWith: (code: number) => void,
): Promise<void> {
  const photos = await photoList({ named, filesFrom }, io);
  const progress = new Progress(io);
  await using generator = await io.createGenerator({ models: { onProgress: progress.onDownload } });
  const failures: unknown[] = [];
  for (const file of photos) {
    progress.line(`looking at ${file} …`);
    try {
      const analysis = await analyzeOne(generator, resolve(io.cwd, file), io);
      progress.finish();
      show(file, analysis, json, io);
    } catch (error) {
      progress.finish();
      if (!isOneInputsFault(error) || io.signal.aborted) throw error;
      showFailure(file, error, json, io);
      failures.push(error);
    }
  }
  exitWith(exitCodeOfAll(failures));
}

const analyzeOne = (generator: AvatarGenerator, path: string, io: Session): Promise<PhotoAnalysis> =>
  generator.validate(path, { signal: io.signal });

function show(file: string, analysis: PhotoAnalysis, json: boolean, io: Session): void {
  if (json) printJson(io, analysisReport(file, analysis));
  else io.stdout(describeAnalysis(file, analysis, io));
}

function showFailure(file: string, error: unknown, json: boolean, io: Session): void {
  const failure = failureOf(error);
  if (json) printJson(io, { file, error: failure });
  else tellFailed(io, inked(onStderr(io), 'bold', file), failure.message);
}
