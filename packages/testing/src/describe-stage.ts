import type { ArtifactName, Stage } from '@avatar/stage';
import { describe, expect, test } from 'vitest';
import { contractClauses, type ContractOptions, type StageSample } from './stage-contract.js';

/**
 * The contract that every stage keeps, as a vitest suite: it writes what it declares and nothing else, leaves its input
 * as it was, gives the same bytes for the same seed, rejects with the reason of an aborted signal before doing
 * anything, and returns plain data that survives `structuredClone`. Call it at the top level of a test file.
 * @param samples at least one input
 */
export function describeStage<Reads extends ArtifactName, Writes extends ArtifactName>(
  stage: Stage<Reads, Writes>,
  samples: readonly StageSample<Reads>[],
  options: ContractOptions<Reads, Writes> = {},
): void {
  describe(`contract of the stage ${stage.name}`, () => {
    test('has a kebab-case name, says each artifact once, and is checked on a sample', () => {
      expect(stage.name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(new Set(stage.reads).size).toBe(stage.reads.length);
      expect(new Set(stage.writes).size).toBe(stage.writes.length);
      expect(samples.length).toBeGreaterThan(0);
    });

    for (const sample of samples) {
      describe(`on ${sample.name}`, () => {
        for (const { title, check } of contractClauses(stage, sample, options)) test(title, check);
      });
    }
  });
}
