import type { ArtifactName, Artifacts } from './artifacts.js';
import { AvatarError } from './error.js';
import { integerOption, invalidOption, knownOptions } from './options.js';
import type { Stage } from './stage.js';
import { stageFailure } from './stage-failure.js';
import type { Warning } from './warning.js';

/** What a stage that runs alone may be told. */
export interface RunAloneOptions {
  /** Stops the stage where it looks. Default: nothing does. */
  readonly signal?: AbortSignal | undefined;
  /** Seed of the stage: 32-bit unsigned integer. Default: 0. */
  readonly seed?: number | undefined;
  /** In (0, 1]. Default: 1, the full effect. */
  readonly intensity?: number | undefined;
  /** Called with what the stage warns of. Default: it is dropped. */
  readonly onWarning?: ((warning: Warning) => void) | undefined;
}

/**
 * Runs one stage without a pipeline: `const { photo } = await runAlone(load(), { source: { path: 'me.jpg' } })`.
 * @param artifacts those that the stage reads
 * @returns those that it writes
 * @throws the signal's reason; AvatarError `invalid-options`, `pipeline-invalid` for an artifact that is missing, and what
 * the stage throws, with its name
 */
export async function runAlone<Reads extends ArtifactName, Writes extends ArtifactName>(
  stage: Stage<Reads, Writes>,
  artifacts: Pick<Artifacts, NoInfer<Reads>>,
  options: RunAloneOptions = {},
): Promise<Pick<Artifacts, Writes>> {
  if (typeof (stage as { run?: unknown } | undefined)?.run !== 'function')
    throw invalidOption('a stage, such as load()', 'the stage of runAlone', typeof stage);
  knownOptions('runAlone', options, ['signal', 'seed', 'intensity', 'onWarning']);
  const { signal = new AbortController().signal, seed = 0, intensity = 1, onWarning } = options;
  if (typeof intensity !== 'number' || !(intensity > 0 && intensity <= 1))
    throw invalidOption('a number above 0 and at most 1', 'intensity', intensity);
  const missing = stage.reads.find(
    (artifact) => (artifacts as Partial<Artifacts> | undefined)?.[artifact] === undefined,
  );
  if (missing !== undefined)
    throw new AvatarError(
      'pipeline-invalid',
      `Stage "${stage.name}" reads "${missing}", which was not given`,
      { stage: stage.name, facts: { stage: stage.name, artifact: missing } },
    );
  const used = new Set<string>();
  try {
    signal.throwIfAborted();
    return await stage.run(artifacts, {
      signal,
      seed: integerOption('seed', seed, 0, 0xffffffff),
      intensity,
      attempt: 0,
      warn: (warning) => onWarning?.(warning),
      useModel: (id) => void used.add(id),
      usedModels: () => [...used],
    });
  } catch (thrown) {
    signal.throwIfAborted();
    throw stageFailure(stage.name, thrown);
  }
}
