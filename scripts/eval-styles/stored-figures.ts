import { readFileSync, writeFileSync } from 'node:fs';
import type { StyleFigures } from './table.js';

/** Figures of earlier runs, so that likeness and times can be measured one after the other. */
const FILE = 'docs/evaluation/styles.json';

type Figures = ReadonlyMap<string, StyleFigures>;

/** Puts what was measured over what was stored, stores it, and gives all of it in the order of `tokens`. */
export function storeFigures(measured: Figures, tokens: readonly string[]): Figures {
  const stored = JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, StyleFigures>>;
  const all = new Map(tokens.map((token) => [token, { ...stored[token], ...measured.get(token) }]));
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(all), rounded, 2)}\n`);
  return all;
}

const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toFixed(4)) : value;
