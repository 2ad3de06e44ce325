import { AvatarError, DECISIONS, type ArtifactName, type Stage, type Verdict } from '@avatar/stage';
import { agreementsBehind } from './agreements.js';
import type { AnyStage } from './any-stage.js';
import { runStage } from './run-stage.js';
import { compositeOf, compositeStage } from './stage-of-stages.js';

/**
 * Two gates as one: both judge, and both have to accept. The findings are those of the first, then of the second; the
 * decision is the more careful one, and likeness and face come from the first gate that knows them. A gate that leaves the
 * decision to the other says `auto_accept`.
 * @throws AvatarError `pipeline-invalid` for a stage that writes no verdict
 */
export function joinGates<First extends ArtifactName, Second extends ArtifactName>(
  first: Stage<First, 'verdict'>,
  second: Stage<Second, 'verdict'>,
): Stage<First | Second, 'verdict'> {
  const gates = [first, second] as unknown as readonly AnyStage[];
  for (const { name, writes } of gates)
    if (!writes.includes('verdict'))
      throw new AvatarError('pipeline-invalid', `Stage "${name}" is no gate: it does not write "verdict"`, {
        facts: { stage: name, artifact: 'verdict' },
      });
  const joined = compositeStage(
    {
      name: 'joined-gates',
      reads: [...new Set(gates.flatMap(({ reads }) => reads))],
      writes: ['verdict'],
      models: [...new Set(gates.flatMap(({ models = [] }) => models))],
    },
    {
      stageNames: gates.flatMap((gate) => compositeOf(gate)?.stageNames ?? [gate.name]),
      agreementsBehind: (known) => agreementsBehind(gates, known),
      runInside: async (input, run) => {
        const verdicts: Verdict[] = [];
        for (const gate of gates) verdicts.push(verdictOf(gate, (await runStage(gate, input, run)).verdict));
        return { verdict: joinVerdicts(verdicts[0], verdicts[1]) };
      },
    },
  );
  return joined as unknown as Stage<First | Second, 'verdict'>;
}

/** @throws AvatarError `pipeline-invalid` for something else, naming the gate that wrote it */
function verdictOf({ name }: AnyStage, written: unknown): Verdict {
  const { accepted, decision, findings } = (written ?? {}) as Partial<Verdict>;
  if (typeof accepted === 'boolean' && Array.isArray(findings) && decision && DECISIONS.includes(decision))
    return written as Verdict;
  throw new AvatarError(
    'pipeline-invalid',
    `Stage "${name}" wrote no whole verdict; make it by verdictFrom(findings)`,
    { stage: name, facts: { stage: name, artifact: 'verdict' } },
  );
}

const joinVerdicts = (first: Verdict, second: Verdict): Verdict => ({
  accepted: first.accepted && second.accepted,
  decision: DECISIONS[Math.max(DECISIONS.indexOf(first.decision), DECISIONS.indexOf(second.decision))],
  likenessScore: first.likenessScore ?? second.likenessScore,
  likenessCosine: first.likenessCosine ?? second.likenessCosine,
  faceDetected: first.faceDetected ?? second.faceDetected,
  findings: [...first.findings, ...second.findings],
});
