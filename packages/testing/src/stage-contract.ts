import { isDeepStrictEqual } from 'node:util';
import type { ArtifactName, Artifacts, Stage, StageContext } from '@avatar/stage';
import { expect } from 'vitest';
import { meanAbsoluteDifference } from './colour-difference.js';
import type { Picture } from './picture.js';
import { stageContext } from './stage-context.js';

/** One input that the contract is checked on. */
export interface StageSample<Reads extends ArtifactName> {
  readonly name: string;
  /** Called for every run; may build the artifacts anew or hand out the same ones. */
  readonly input: () => Pick<Artifacts, Reads> | Promise<Pick<Artifacts, Reads>>;
}

/** For stages whose effect grows with intensity. */
export interface IntensityCheck<Reads extends ArtifactName, Writes extends ArtifactName> {
  /** The picture that the result approaches towards intensity 0. */
  readonly reference: (input: Pick<Artifacts, Reads>) => Picture;
  readonly result: (output: Pick<Artifacts, Writes>) => Picture;
  /** Rising, in (0, 1]; default `[0.25, 0.5, 1]`. */
  readonly intensities?: readonly number[];
}

export interface ContractOptions<Reads extends ArtifactName, Writes extends ArtifactName> {
  /** Given to every run; `signal` is the suite's own where it checks aborting. */
  readonly context?: Partial<StageContext>;
  /** Checks too that the distance to the reference grows with every step of intensity. */
  readonly intensity?: IntensityCheck<Reads, Writes>;
  /** Counts the model runs so far, such as `() => hub.calls.length`: an aborted run must not add to them. */
  readonly modelRuns?: () => number;
}

/** One clause of the contract; `check` rejects when it is broken. */
export interface Clause {
  readonly title: string;
  readonly check: () => Promise<void>;
}

/** Away from the default 0, so that a stage which ignores its seed cannot look right by chance. */
const SEED = 20_260_101;

/** The clauses of the stage contract for one sample. The first run is shared between them. */
export function contractClauses<Reads extends ArtifactName, Writes extends ArtifactName>(
  stage: Stage<Reads, Writes>,
  sample: StageSample<Reads>,
  options: ContractOptions<Reads, Writes>,
): readonly Clause[] {
  const newContext = (overrides: Partial<StageContext> = {}) =>
    stageContext({ seed: SEED, ...options.context, ...overrides });
  const runOnce = async () => {
    const input = await sample.input();
    const before = structuredClone(input);
    return { input, before, output: await stage.run(input, newContext()) };
  };
  let shared: ReturnType<typeof runOnce> | undefined;
  const firstRun = () => (shared ??= runOnce());

  const writesWhatItDeclares = async () => {
    const { output } = await firstRun();
    expect(Object.keys(output).sort()).toEqual([...stage.writes].sort());
  };
  const leavesItsInput = async () => {
    const { input, before } = await firstRun();
    expect(isDeepStrictEqual(input, before), 'the input is as it was before the run').toBe(true);
  };
  const repeats = async () => {
    const { output } = await firstRun();
    const again = await stage.run(await sample.input(), newContext({ attempt: 1 }));
    expect(isDeepStrictEqual(again, output), 'the second output equals the first').toBe(true);
  };
  const returnsPlainData = async () => {
    const { output } = await firstRun();
    expect(isDeepStrictEqual(structuredClone(output), output), 'a clone equals the output').toBe(true);
  };
  const namesItsModels = async () => {
    const context = newContext();
    await stage.run(await sample.input(), context);
    const unnamed = context.usedModels().filter((id) => !stage.models?.includes(id));
    expect(unnamed, 'models that were run and are not in `models`').toEqual([]);
  };
  const heedsTheSignal = async () => {
    const { input } = await firstRun();
    const reason = new Error('aborted by the contract suite');
    const context = newContext({ signal: AbortSignal.abort(reason) });
    const modelRuns = options.modelRuns?.();
    await expect((async () => stage.run(input, context))()).rejects.toBe(reason);
    expect([...context.usedModels(), ...context.warnings]).toEqual([]);
    expect(options.modelRuns?.()).toBe(modelRuns);
  };
  const clauses = [
    { title: 'writes the artifacts that it declares and no others', check: writesWhatItDeclares },
    { title: 'leaves its input as it was', check: leavesItsInput },
    { title: 'gives the same bytes for the same seed, on a later attempt too', check: repeats },
    { title: 'returns plain data', check: returnsPlainData },
    { title: 'runs no models but those that it names', check: namesItsModels },
    { title: 'rejects with the reason of an aborted signal and does nothing', check: heedsTheSignal },
  ];
  const { intensity: growth } = options;
  if (!growth) return clauses;
  const growsWithIntensity = async () => {
    const input = await sample.input();
    const distances: number[] = [];
    for (const intensity of growth.intensities ?? [0.25, 0.5, 1]) {
      const output = await stage.run(input, newContext({ intensity }));
      distances.push(meanAbsoluteDifference(growth.result(output), growth.reference(input)));
    }
    for (const [index, distance] of distances.entries())
      expect(distance, `distances ${distances.join(', ')}`).toBeGreaterThan(distances[index - 1] ?? 0);
  };
  return [
    ...clauses,
    { title: 'comes closer to its reference at lower intensity', check: growsWithIntensity },
  ];
}
