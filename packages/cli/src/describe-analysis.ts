import type { PhotoAnalysis } from '@avatar/generator';
import type { CliIo } from './cli-io.js';
import { inked } from './print.js';

/** One photo as a person reads it. */
export function describeAnalysis(file: string, analysis: PhotoAnalysis, io: CliIo): string {
  const { faceCount, faces, warnings, inputQualityScore } = analysis;
  const usable = faceCount > 0;
  const mark = !usable ? inked(io, 'red', '✘') : inked(io, warnings.length === 0 ? 'green' : 'yellow', '✔');
  const facts = usable
    ? `quality ${inputQualityScore.toFixed(2)}, ${faceCount === 1 ? 'one face' : `${faceCount} faces`}, ${(faces[0].coverage * 100).toFixed(0)} % of the picture`
    : 'no face';
  const notes = warnings.map(({ message }) => `  ${inked(io, 'yellow', '!')} ${message}\n`);
  return `${mark} ${inked(io, 'bold', file)}  ${inked(io, 'dim', facts)}\n${notes.join('')}`;
}
