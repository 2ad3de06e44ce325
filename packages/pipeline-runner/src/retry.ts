import {
  AvatarError,
  choiceOption,
  invalidOption,
  knownOptions,
  type ArtifactName,
  type AttemptReport,
  type Stage,
  type Verdict,
} from '@avatar/stage';
import type { AnyStage, RunState } from './any-stage.js';
import { compositeOf, compositeStage, type RunContext } from './composite.js';
import type { GateProblem } from './problem.js';
import { runStage } from './run-stage.js';

const MAX_ATTEMPTS = 3;
const DEFAULT_INTENSITIES = [1, 0.7, 0.45];
const EXHAUSTED_CHOICES = ['best', 'throw'] as const;

export interface RetryOptions<Reads extends ArtifactName, Writes extends ArtifactName> {
  /** The stages that run again; one of them, usually the last, writes `verdict`. */
  readonly body: Stage<Reads, Writes> & GateProblem<Writes>;
  /**
   * One intensity an attempt, each in (0, 1] and lower than the one before, three at most; default `[1, 0.7, 0.45]`.
   * They are multiplied by the intensity of the run.
   */
  readonly intensities?: readonly number[] | undefined;
  /**
   * When no attempt is accepted: `best` (default) goes on with the best one, which is the one with the most passed
   * checks, then the highest likeness score, then the highest intensity; `throw` gives up with `gate-exhausted`.
   */
  readonly onExhausted?: (typeof EXHAUSTED_CHOICES)[number] | undefined;
}

/**
 * Runs `body`, and while its verdict is a rejection runs it again at a lower intensity. Every attempt starts from the
 * same artifacts and the same seed. Only a verdict leads to another attempt: an exception means that something broke,
 * and ends the run. Writes what the body writes, and `attempts`.
 * @throws AvatarError `invalid-options` and `pipeline-invalid` at once, `gate-exhausted` while running
 */
export function retryAtLowerIntensity<Reads extends ArtifactName, Writes extends ArtifactName>(
  options: RetryOptions<Reads, Writes>,
): Stage<Reads, Writes | 'attempts'> {
  knownOptions('retryAtLowerIntensity', options, ['body', 'intensities', 'onExhausted']);
  const body = options.body as unknown as AnyStage;
  const intensities = checkIntensities(options.intensities ?? DEFAULT_INTENSITIES);
  const onExhausted = choiceOption('onExhausted', options.onExhausted ?? 'best', EXHAUSTED_CHOICES);
  if (!body.writes.includes('verdict')) {
    throw new AvatarError('pipeline-invalid', 'The body of a retry needs a stage that writes "verdict"', {
      facts: { stage: body.name, artifact: 'verdict' },
    });
  }
  const stage = compositeStage(
    { name: 'retry-at-lower-intensity', reads: body.reads, writes: [...body.writes, 'attempts'] },
    {
      stageNames: compositeOf(body)?.stageNames ?? [body.name],
      runInside: (input, run) => runAttempts(body, intensities, onExhausted, input, run),
    },
  );
  return stage as unknown as Stage<Reads, Writes | 'attempts'>;
}

interface Attempt {
  readonly artifacts: RunState;
  readonly report: AttemptReport;
}

async function runAttempts(
  body: AnyStage,
  intensities: readonly number[],
  onExhausted: 'best' | 'throw',
  input: RunState,
  run: RunContext,
): Promise<RunState> {
  const attempts: AttemptReport[] = [];
  let best: Attempt | undefined;
  for (const [index, factor] of intensities.entries()) {
    const intensity = multiplied(run.intensity, factor);
    const attempt = await runAttempt(body, input, { ...run, intensity, attempt: index });
    attempts.push(attempt.report);
    if (attempt.report.verdict.accepted) return { ...attempt.artifacts, attempts };
    if (!best || isBetter(attempt.report.verdict, best.report.verdict)) best = attempt;
  }
  if (!best || onExhausted === 'throw') throw exhausted(attempts.length, best?.report);
  return { ...best.artifacts, attempts };
}

async function runAttempt(body: AnyStage, input: RunState, run: RunContext): Promise<Attempt> {
  const artifacts = await runStage(body, input, run);
  const { attempt, intensity } = run;
  const verdict = artifacts.verdict as Verdict;
  run.emit({ type: 'attempt-end', attempt, intensity, verdict });
  return { artifacts, report: { index: attempt, intensity, verdict } };
}

/** Twelve digits: 0.8 x 0.7 reads 0.56 in reports, not 0.5599999999999999. */
const multiplied = (first: number, second: number): number => Number((first * second).toPrecision(12));

const passedChecks = (verdict: Verdict): number =>
  verdict.findings.filter((finding) => finding.status === 'passed').length;

function isBetter(verdict: Verdict, than: Verdict): boolean {
  const gain = passedChecks(verdict) - passedChecks(than);
  return gain === 0 ? verdict.likenessScore > than.likenessScore : gain > 0;
}

function checkIntensities(intensities: readonly number[]): readonly number[] {
  const given: unknown = intensities;
  if (!Array.isArray(given) || intensities.length < 1 || intensities.length > MAX_ATTEMPTS)
    throw invalidOption(`1 to ${MAX_ATTEMPTS} numbers`, 'intensities', intensities);
  for (const [index, value] of intensities.entries()) {
    const name = `intensities[${index}]`;
    if (typeof value !== 'number' || !(value > 0 && value <= 1))
      throw invalidOption('a number above 0 and at most 1', name, value);
    if (index > 0 && value >= intensities[index - 1])
      throw invalidOption(`a number below ${intensities[index - 1]}, the one before,`, name, value);
  }
  return [...intensities];
}

function exhausted(attempts: number, best: AttemptReport | undefined): AvatarError {
  const failed = best?.verdict.findings.filter((finding) => finding.status === 'failed') ?? [];
  return new AvatarError('gate-exhausted', `None of ${attempts} attempts passed the quality gate`, {
    publicMessage:
      'No version of this avatar passed our checks. Try a sharper, well-lit photo with a clear view of the face.',
    facts: {
      attempts,
      bestAttempt: best?.index ?? -1,
      bestIntensity: best?.intensity ?? 0,
      likenessScore: best?.verdict.likenessScore ?? 0,
      failedChecks: failed.map((finding) => finding.check).join(', '),
    },
  });
}
