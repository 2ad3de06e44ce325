import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { CaseResult, Point } from './case.js';

export interface Done {
  readonly point: Point;
  readonly result: CaseResult;
}

/** One line each. */
export function addResult(file: string, { point, result }: Done): void {
  appendFileSync(file, `${JSON.stringify({ point, result })}\n`);
}

/** Of earlier runs. */
export function earlierResults(file: string | undefined): Done[] {
  if (file === undefined || !existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Done);
}
