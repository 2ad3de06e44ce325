import {
  AvatarError,
  choiceOption,
  knownOptions,
  type ArtifactName,
  type AttemptReport,
  type Stage,
  type Verdict,
} from '@avatar/stage';
import { agreementsBehind } from './agreements.js';
import type { AnyStage, RunState } from './any-stage.js';
import { compositeOf, compositeStage, type RunContext } from './stage-of-stages.js';
import { canRetry, intensityPlan, multiplied, nextFactor, type IntensityPlan } from './intensity-plan.js';
import type { GateProblem } from './problem.js';
import { runStage } from './run-stage.js';

const FAIL_POLICIES = ['return_best', 'discard'] as const;

export interface RetryOptions<Reads extends ArtifactName, Writes extends ArtifactName> {
  /** The stages that run again; one of them, usually the last, writes `verdict`. */
  readonly body: Stage<Reads, Writes> & GateProblem<Writes>;
  /**
   * One intensity an attempt, each in (0, 1] and lower than the one before, three at most; multiplied by the
   * intensity of the run. Default: the first attempt at 1, and each next one lower by how far the worst check missed
   * (0.85 to 0.4 of the one before), three in all; where a check does not say how far, the ladder 1, 0.7, 0.45.
   */
  readonly intensities?: readonly number[] | undefined;
  /**
   * When no attempt is accepted: `return_best` (default) goes on with the best one, which is the one with the most passed
   * checks, then the highest likeness score, then the highest intensity; `discard` gives up with `gate-exhausted`.
   */
  readonly onFail?: (typeof FAIL_POLICIES)[number] | undefined;
}

/**
 * Runs `body`, and while its verdict is a rejection runs it again at a lower intensity: three attempts at most,
 * whatever fails, and none more when no failed check depends on the intensity. Every attempt starts from the same
 * artifacts and the same seed. Only a verdict leads to another attempt: an exception means that something broke, and
 * ends the run. Writes what the body writes, and `attempts`.
 * @throws AvatarError `invalid-options` and `pipeline-invalid` at once, `gate-exhausted` while running
 */
export function retryAtLowerIntensity<Reads extends ArtifactName, Writes extends ArtifactName>(
  options: RetryOptions<Reads, Writes>,
): Stage<Reads, Writes | 'attempts'> {
  knownOptions('retryAtLowerIntensity', options, ['body', 'intensities', 'onFail']);
  const body = options.body as unknown as AnyStage;
  const plan = intensityPlan(options.intensities);
  const onFail = choiceOption('onFail', options.onFail ?? 'return_best', FAIL_POLICIES);
  if (!body.writes.includes('verdict')) {
    throw new AvatarError('pipeline-invalid', 'The body of a retry needs a stage that writes "verdict"', {
      facts: { stage: body.name, artifact: 'verdict' },
    });
  }
  const stage = compositeStage(
    {
      name: 'retry-at-lower-intensity',
      reads: body.reads,
      writes: [...body.writes, 'attempts'],
      models: body.models ?? [],
    },
    {
      stageNames: compositeOf(body)?.stageNames ?? [body.name],
      agreementsBehind: (known) => agreementsBehind([body], known),
      runInside: (input, run) => runAttempts(body, plan, onFail, input, run),
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
  plan: IntensityPlan,
  onFail: (typeof FAIL_POLICIES)[number],
  input: RunState,
  run: RunContext,
): Promise<RunState> {
  const attempts: AttemptReport[] = [];
  let best: Attempt | undefined;
  let factor = plan.ladder[0];
  for (let index = 0; index < plan.ladder.length; index++) {
    const intensity = multiplied(run.intensity, factor);
    const attempt = await runAttempt(body, input, {
      ...run,
      intensity,
      attempt: index,
      retried: true,
    });
    const { verdict } = attempt.report;
    attempts.push(attempt.report);
    if (verdict.accepted) return withKept(attempt, attempts);
    if (!best || isBetter(verdict, best.report.verdict)) best = attempt;
    if (!canRetry(verdict)) break;
    factor = nextFactor(plan, index, factor, verdict);
  }
  if (!best || onFail === 'discard') throw exhausted(attempts.length, best?.report);
  return withKept(best, attempts);
}

async function runAttempt(body: AnyStage, input: RunState, run: RunContext): Promise<Attempt> {
  const artifacts = await runStage(body, input, run);
  const { attempt, intensity } = run;
  const verdict = artifacts.verdict as Verdict;
  run.emit({ type: 'attempt-end', attempt, intensity, verdict });
  return { artifacts, report: { index: attempt, intensity, verdict, kept: false } };
}

const withKept = ({ artifacts, report }: Attempt, attempts: readonly AttemptReport[]): RunState => ({
  ...artifacts,
  attempts: attempts.map((attempt) =>
    attempt.index === report.index ? { ...attempt, kept: true } : attempt,
  ),
});

const passedChecks = (verdict: Verdict): number =>
  verdict.findings.filter((finding) => finding.status === 'passed').length;

function isBetter(verdict: Verdict, than: Verdict): boolean {
  const gain = passedChecks(verdict) - passedChecks(than);
  return gain === 0 ? (verdict.likenessScore ?? 0) > (than.likenessScore ?? 0) : gain > 0;
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
      decision: 'discard',
    },
  });
}
