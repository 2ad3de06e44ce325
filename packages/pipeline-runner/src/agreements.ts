import { AvatarError, type Agreement } from '@avatar/stage';
import type { AnyStage } from './any-stage.js';
import { compositeOf } from './stage-of-stages.js';
import type { Statement } from './statement.js';

/**
 * Follows through the stages what has to be the same for artifacts, and says what is known behind them.
 * @throws AvatarError `pipeline-invalid` that names the stages and both values where two differ
 */
export function agreementsBehind(
  stages: readonly AnyStage[],
  before: readonly Statement[],
): readonly Statement[] {
  let known = before;
  for (const stage of stages) {
    const behind = compositeOf(stage)?.agreementsBehind(known) ?? statementsOf(stage, known);
    const isWritten = ({ artifact }: Statement): boolean => stage.writes.includes(artifact);
    known = [...known.filter((statement) => !isWritten(statement)), ...behind.filter(isWritten)];
  }
  return known;
}

/** What is known of all artifacts of a stage's agreements, if something is known of one. */
function statementsOf(stage: AnyStage, known: readonly Statement[]): readonly Statement[] {
  return (stage.agreements ?? []).flatMap(({ about, of, is }: Agreement) => {
    const read = of
      .filter((artifact) => stage.reads.includes(artifact))
      .flatMap((artifact) => known.filter((known) => known.about === about && known.artifact === artifact));
    const said = is === undefined ? read : [...read, { is, stage: stage.name }];
    const other = said.find((statement) => statement.is !== said[0].is);
    if (other) throw differing(stage.name, about, said[0], other);
    return said.length === 0 ? [] : of.map((artifact) => ({ ...said[0], about, artifact }));
  });
}

type Saying = Pick<Statement, 'is' | 'stage'>;

function differing(stage: string, about: string, one: Saying, other: Saying): AvatarError {
  const meeting = other.stage === stage ? '' : `, and stage "${stage}" needs them alike`;
  return new AvatarError(
    'pipeline-invalid',
    `Stage "${one.stage}" has the ${about} ${one.is}, stage "${other.stage}" has ${other.is}${meeting}; give both the same`,
    {
      facts: {
        stage,
        about,
        firstStage: one.stage,
        first: one.is,
        secondStage: other.stage,
        second: other.is,
      },
    },
  );
}
