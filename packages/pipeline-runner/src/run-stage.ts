import { AvatarError, stageFailure, type ArtifactName, type StageContext } from '@avatar/stage';
import { pickArtifacts, type AnyStage, type RunState } from './any-stage.js';
import { compositeOf, type RunContext } from './stage-of-stages.js';
import { stageSeed } from './seed.js';

/**
 * Runs one stage on the artifacts that it reads and returns those that it writes, nothing else.
 * @throws the signal's reason once it is aborted, whatever the stage did; `AvatarError`s of the stage with its name;
 * `stage-failed` with the `cause` for anything else, and for an artifact that the stage promised and did not write
 */
export async function runStage(stage: AnyStage, state: RunState, run: RunContext): Promise<RunState> {
  run.signal.throwIfAborted();
  const input = pickArtifacts(state, stage.reads);
  const composite = compositeOf(stage);
  const output = composite
    ? await composite.runInside(input, run)
    : await runTimed(stage as LeafStage, input, run);
  run.signal.throwIfAborted();
  return output;
}

interface LeafStage extends Omit<AnyStage, 'run'> {
  readonly run: (input: RunState, context: StageContext) => Promise<unknown>;
}

async function runTimed(stage: LeafStage, input: RunState, run: RunContext): Promise<RunState> {
  const position = { stage: stage.name, attempt: run.attempt };
  const { context, close } = stageContext(stage.name, run);
  const startedMs = performance.now();
  run.emit({ type: 'stage-start', ...position });
  try {
    const output = writtenArtifacts(stage, await stage.run(input, context));
    run.emit({ type: 'stage-end', ...position, durationMs: performance.now() - startedMs });
    return output;
  } catch (cause) {
    run.signal.throwIfAborted();
    throw stageFailure(stage.name, cause, { attempt: run.attempt });
  } finally {
    close();
  }
}

/** `close` makes the context mute: a stage that left work behind cannot report after its end. */
function stageContext(name: string, run: RunContext): { context: StageContext; close: () => void } {
  const { signal, intensity, attempt } = run;
  let open = true;
  const context: StageContext = {
    signal,
    intensity,
    attempt,
    seed: stageSeed(run.seed, name),
    warn(warning) {
      if (open) run.emit({ type: 'stage-warning', stage: name, attempt, retried: run.retried, warning });
    },
    useModel(id) {
      if (open) run.usedModels.add(id);
    },
    usedModels: () => [...run.usedModels],
  };
  return { context, close: () => void (open = false) };
}

function writtenArtifacts(stage: LeafStage, output: unknown): RunState {
  const returned: RunState = typeof output === 'object' && output !== null ? output : {};
  const missing = stage.writes.filter((name) => returned[name] === undefined);
  if (missing.length > 0) throw missingArtifacts(stage.name, missing);
  return pickArtifacts(returned, stage.writes);
}

function missingArtifacts(stage: string, missing: readonly ArtifactName[]): AvatarError {
  const names = missing.map((name) => `"${name}"`).join(', ');
  return new AvatarError(
    'stage-failed',
    `Stage "${stage}" declares that it writes ${names} but did not return it`,
    { facts: { stage, missing: missing.join(', ') } },
  );
}
