import type { Condition, Expectation, StoredAnswer } from './expectation.js';
import type { WildAnswer } from './wild-answer.js';

export const GRADES = ['right', 'acceptable', 'wrong'] as const;
type Grade = (typeof GRADES)[number];

export interface Judgement {
  readonly grade: Grade;
  /** What keeps it from being right; empty where it is. */
  readonly why: string;
}

/** Holds an answer against what is expected of it. */
export function judge(
  expectation: Expectation,
  answer: WildAnswer,
  baseline: StoredAnswer | undefined,
): Judgement {
  const { right = [], acceptable = [] } = expectation;
  if (expectation.kind === 'control' && right.length === 0)
    return judgeControl(expectation, answer, baseline);
  const missed = right.map((condition) => failures(condition, answer));
  if (missed.some((reasons) => reasons.length === 0)) return { grade: 'right', why: '' };
  const why = missed.map((reasons) => reasons.join(', ')).join('; or ');
  const does = acceptable.some((condition) => failures(condition, answer).length === 0);
  return { grade: does ? 'acceptable' : 'wrong', why };
}

function failures(condition: Condition, answer: WildAnswer): string[] {
  const { outcome, reasons, says, saysNot, decisions, measures = {} } = condition;
  const heard = (pattern: string) => answer.said.some((text) => new RegExp(pattern, 'i').test(text));
  const failed: string[] = [];
  if (outcome && answer.outcome !== outcome) failed.push(answer.outcome);
  if (reasons && !reasons.includes(answer.reason ?? '')) failed.push(`reason ${answer.reason ?? 'none'}`);
  if (says && !heard(says)) failed.push(`does not say ${says}`);
  if (saysNot && heard(saysNot)) failed.push(`says ${saysNot}`);
  if (decisions && !decisions.includes(answer.decision ?? '')) failed.push(answer.decision ?? 'no decision');
  for (const [name, [low, high]] of Object.entries(measures)) {
    const value = answer.measures[name];
    if (value === undefined) failed.push(`no ${name}`);
    else if (value < (low ?? -Infinity) || value > (high ?? Infinity))
      failed.push(`${name} ${value.toFixed(3)}`);
  }
  return failed;
}

/** From best to worst. */
const DECISIONS = ['auto_accept', 'accept', 'review', 'discard'];
/** A control's picture may differ from the baseline by so much without being looked at again. */
const SLACK: Readonly<Record<string, number>> = { faceX: 0.03, faceY: 0.04, faceHeight: 0.04, area: 0.03 };
/** And never be worse by more than this. */
const WORSE: Readonly<Record<string, number>> = {
  likeness: -0.03,
  quality: -0.05,
  islands: 0.002,
  cutInside: 0.02,
  gapBelow: 0.01,
};

function judgeControl(
  { baselineAcceptable = false }: Expectation,
  answer: WildAnswer,
  baseline: StoredAnswer | undefined,
): Judgement {
  if (!baseline) return { grade: 'wrong', why: 'no baseline' };
  const worse: string[] = [];
  if (answer.outcome !== baseline.outcome) worse.push(answer.outcome);
  const rank = (decision = '') => DECISIONS.indexOf(decision);
  if (rank(answer.decision) > rank(baseline.decision)) worse.push(`decision ${answer.decision}`);
  const added = answer.warnings.filter((code) => !baseline.warnings.includes(code));
  if (added.length > 0) worse.push(`warns ${added.join(' ')}`);
  for (const [name, slack] of Object.entries(WORSE)) {
    const change = changeOf(name, answer, baseline);
    if (slack < 0 ? change < slack : change > slack) worse.push(`${name} ${signed(change)}`);
  }
  if (worse.length > 0) return { grade: 'wrong', why: worse.join(', ') };
  const other = Object.entries(SLACK)
    .map(([name, slack]) => ({ name, slack, change: changeOf(name, answer, baseline) }))
    .filter(({ slack, change }) => Math.abs(change) > slack)
    .map(({ name, change }) => `${name} ${signed(change)}`);
  if (other.length > 0) return { grade: 'acceptable', why: `another picture: ${other.join(', ')}` };
  return baselineAcceptable
    ? { grade: 'acceptable', why: 'as in the baseline' }
    : { grade: 'right', why: '' };
}

const changeOf = (name: string, answer: WildAnswer, baseline: StoredAnswer): number =>
  (answer.measures[name] ?? 0) - (baseline.measures[name] ?? 0);

const signed = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(3)}`;
