import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AvatarGenerator } from '@avatar/generator';
import { AvatarError } from '@avatar/stage';
import type { Row } from './photo-sets.js';

/** What the gate said about one labelled photo. */
export interface GateAnswer {
  readonly row: Row;
  readonly faceCount: number;
  /** In the words of the labels: `accept`, `reject:no_face`, `warn:occluded` and so on. */
  readonly verdicts: readonly string[];
}

const WARNINGS: Readonly<Record<string, string>> = {
  'face-too-small': 'warn:face_too_small',
  'multiple-faces': 'warn:multiple_faces',
  occluded: 'warn:occluded',
  'extreme-pose': 'warn:extreme_pose',
  'low-quality': 'warn:low_quality',
};

/** Asks `validate` about a photo, and puts the answer into the words of the labels. */
export async function answerOn(root: string, row: Row, generator: AvatarGenerator): Promise<GateAnswer> {
  try {
    const { faceCount, warnings, refusal } = await generator.validate(readFileSync(join(root, row['file'])));
    if (refusal && faceCount === 0)
      return { row, faceCount, verdicts: ['reject:no_face', `because:${refusal.reason}`] };
    const codes = warnings.map(({ code }) => WARNINGS[code] ?? `warn:${code}`);
    return { row, faceCount, verdicts: codes.length === 0 ? ['accept'] : codes };
  } catch (error) {
    if (!AvatarError.is(error) || error.code !== 'input-rejected') throw error;
    return { row, faceCount: 0, verdicts: [`reject:${(error.reason ?? 'unknown').replaceAll('-', '_')}`] };
  }
}

/** `3`, `>=29` or `6-9`. */
function isInRange(count: number, label: string): boolean {
  if (label.startsWith('>=')) return count >= Number(label.slice(2));
  const [low, high = low] = label.split('-').map(Number);
  return count >= low && count <= high;
}

const labelled = (cell: string | undefined): string[] => (cell ?? '').split(';').filter(Boolean);

export interface CaseResult {
  readonly name: string;
  right: number;
  total: number;
  readonly wrong: string[];
}

/** Whether the answer has a verdict that the label asks for; a face that was not clear was told so, whatever hid it. */
function hasVerdict({ verdicts }: GateAnswer, verdict: string): boolean {
  if (verdicts.includes(verdict)) return true;
  const aboutFace = ['warn:extreme_pose', 'warn:occluded'].includes(verdict);
  // Too small is said first, and then nothing else is.
  return (aboutFace && verdicts.includes('because:face-not-clear')) || verdicts.includes('reject:too_small');
}

/** Answers by case: what each label asks for, and warnings that no label asks for or allows. */
export function casesOf(answers: readonly GateAnswer[]): CaseResult[] {
  const cases = new Map<string, CaseResult>();
  const note = (name: string, answer: GateAnswer, right: boolean): void => {
    const result = cases.get(name) ?? { name, right: 0, total: 0, wrong: [] };
    cases.set(name, result);
    result.total++;
    if (right) result.right++;
    else result.wrong.push(`${answer.row['file']}: ${answer.faceCount} faces, ${answer.verdicts.join(' ')}`);
  };
  for (const answer of answers) noteAnswer(answer, note);
  return [...cases.values()].sort((a, b) => a.name.localeCompare(b.name));
}

type Note = (name: string, answer: GateAnswer, right: boolean) => void;

const QUALITY = ['warn:occluded', 'warn:extreme_pose', 'warn:low_quality'];

function noteAnswer(answer: GateAnswer, note: Note): void {
  const { row, faceCount, verdicts } = answer;
  const expected = labelled(row['expected']);
  const allowed = [...expected, ...labelled(row['also_ok'])];
  const refused = verdicts.some((verdict) => verdict.startsWith('reject:'));
  if (!expected.includes('reject:too_small')) noteCount(answer, note);
  for (const verdict of expected) {
    // Between the classes the answer depends on what counts as the face.
    if (verdict === 'warn:face_too_small' && row['coverage_class'] !== 'below') continue;
    if (verdict !== 'accept' && verdict !== 'warn:multiple_faces')
      note(verdict, answer, hasVerdict(answer, verdict));
  }
  if (refused || faceCount === 0) return;
  if (!QUALITY.some((verdict) => allowed.includes(verdict)) && !expected.includes('reject:no_face'))
    note('no false warning', answer, !QUALITY.some((verdict) => verdicts.includes(verdict)));
}

function noteCount(answer: GateAnswer, note: Note): void {
  const label = answer.row['face_count'];
  const right = isInRange(answer.faceCount, label);
  const numbers = (label.match(/\d+/g) ?? []).map(Number);
  const most = label.startsWith('>=') ? Infinity : Math.max(...numbers);
  const mayBeUnclear = QUALITY.slice(0, 2).some((verdict) =>
    (answer.row['expected'] ?? '').includes(verdict),
  );
  if (label === '1') note('one face counted', answer, right || (mayBeUnclear && answer.faceCount === 0));
  else if (numbers[0] >= 2) note(most <= 6 ? 'small group counted' : 'crowd counted', answer, right);
}
