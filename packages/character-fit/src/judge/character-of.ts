import { applyEdits, type CharacterEdit, type CharacterSpec } from '@avatar/character';
import type { CharacterFit } from '../fitted-character.js';
import { withForms } from './forms.js';
import type { Readings } from './reading.js';
import { NEEDS, TYPICAL, type FittedPath } from './typical.js';

/** A reading below this is no answer: at and above it about three of four are right, from 0.7 on 19 of 20. */
const LEAST_CONFIDENCE = 0.4;

/** Skin and hair keep what a doubtful photo shows of their lightness: nobody is drawn lighter for lack of light. */
const KEPT: readonly string[] = ['skin.hex', 'hair.hex'];

/** The person that the readings show, typical where they are not sure. */
export function characterOf(readings: Readings): CharacterFit {
  const paths = (Object.keys(TYPICAL) as FittedPath[]).filter((path) => isWorn(path, readings));
  const isSure = (path: string) => (readings[path]?.confidence ?? 0) >= LEAST_CONFIDENCE;
  const values = new Map<string, string | number>(
    paths.map((path) => [
      path,
      isSure(path) || isKept(path, readings) ? readings[path].value : TYPICAL[path],
    ]),
  );
  for (const path of Object.keys(readings)) if (isSure(path)) values.set(path, readings[path].value);
  const uncertain = paths.filter((path) => !isSure(path));
  return {
    character: specOf(values),
    confidences: Object.fromEntries(paths.map((path) => [path, readings[path]?.confidence ?? 0])),
    uncertain,
    confidence: Math.round((1 - uncertain.length / paths.length) * 100) / 100,
  };
}

const isKept = (path: string, readings: Readings): boolean =>
  KEPT.includes(path) && readings[path] !== undefined;

function isWorn(path: FittedPath, readings: Readings): boolean {
  const needed = NEEDS[path];
  if (needed === undefined) return true;
  const { value = 'none', confidence = 0 } = readings[needed] ?? {};
  return value !== 'none' && confidence >= LEAST_CONFIDENCE;
}

/** The spec with each value at its path, and the forms that go with its numbers. */
function specOf(values: ReadonlyMap<string, string | number>): CharacterSpec {
  const edits = [...values].map(([path, value]) => ({
    op: 'set',
    path,
    value: path === 'accessories' ? listOf(value) : value,
  }));
  const { spec } = applyEdits({}, edits as CharacterEdit[]);
  return withForms(spec);
}

const listOf = (value: string | number) => (value === 'none' ? [] : [value]);
