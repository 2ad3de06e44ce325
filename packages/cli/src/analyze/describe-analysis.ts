import type { PhotoAnalysis } from '@avatar/generator';
import type { CliIo } from '../cli-io.js';
import { inked } from '../print.js';

/** One photo as a person reads it. */
export function describeAnalysis(file: string, analysis: PhotoAnalysis, io: CliIo): string {
  const { faceCount, faces, warnings, components, refusal, inputQualityScore } = analysis;
  const usable = faceCount > 0 && refusal === undefined;
  const mark = !usable ? inked(io, 'red', '✘') : inked(io, warnings.length === 0 ? 'green' : 'yellow', '✔');
  const facts =
    faceCount > 0
      ? `quality ${inputQualityScore.toFixed(2)}, ${faceCount === 1 ? 'one face' : `${faceCount} faces`}, ${(faces[0].coverage * 100).toFixed(0)} % of the picture`
      : 'no face';
  const notes = warnings.map(({ message }) => `  ${inked(io, 'yellow', '!')} ${message}\n`);
  const advice = components.flatMap(({ name, score, advice }) =>
    score === undefined || advice === undefined
      ? []
      : [`  ${inked(io, 'dim', `${name.replaceAll('-', ' ')} ${score.toFixed(2)}:`)} ${advice}\n`],
  );
  return `${mark} ${inked(io, 'bold', file)}  ${inked(io, 'dim', facts)}\n${notes.join('')}${advice.join('')}`;
}
