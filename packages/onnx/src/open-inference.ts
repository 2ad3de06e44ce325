import {
  type Feeds,
  type Inference,
  type ModelEntry,
  modelUnavailable,
  type Tensor,
  type TensorContract,
} from '@avatar/models';
import { InferenceSession, Tensor as RuntimeTensor } from '@avatar/onnxruntime';
import { AvatarError } from '@avatar/stage';
import type { ExecutionProvider } from './options.js';

/** A loaded model, and the execution providers of higher preference that could not load it. */
export interface OpenedInference {
  readonly inference: Inference;
  readonly refusedBy: readonly ExecutionProvider[];
}

interface OpenedSession {
  readonly session: InferenceSession;
  readonly refusedBy: readonly ExecutionProvider[];
}

async function createSession(
  weights: string | Uint8Array,
  entry: ModelEntry,
  providers: readonly ExecutionProvider[],
): Promise<OpenedSession> {
  const refusedBy: ExecutionProvider[] = [];
  let cause: unknown;
  for (const provider of providers) {
    try {
      // One overload for each kind of weights.
      const session = await InferenceSession.create(weights as Uint8Array, {
        executionProviders: [provider],
        intraOpNumThreads: entry.runtime.threads,
        interOpNumThreads: 1,
        graphOptimizationLevel: 'all',
        logSeverityLevel: 3,
        enableCpuMemArena: entry.runtime.arena ?? false,
        enableMemPattern: entry.runtime.memoryPattern ?? true,
        // Spinning threads cost small networks more time than they save, and the machine's other work too.
        extra: { session: { intra_op: { allow_spinning: '0' } } },
      });
      return { session, refusedBy };
    } catch (error) {
      cause = error;
      refusedBy.push(provider);
    }
  }
  throw modelUnavailable(entry.id, 'no-provider', 'no execution provider could load it', cause);
}

function elementType(data: Tensor['data']): 'float32' | 'int32' | 'int64' | 'uint8' {
  if (data instanceof Float32Array) return 'float32';
  if (data instanceof Int32Array) return 'int32';
  return data instanceof BigInt64Array ? 'int64' : 'uint8';
}

function toRuntime(tensor: Tensor): RuntimeTensor {
  // The runtime refuses views on shared memory.
  const data = tensor.data.buffer instanceof SharedArrayBuffer ? tensor.data.slice() : tensor.data;
  return new RuntimeTensor(elementType(data), data as Float32Array, tensor.dims);
}

async function runSession(
  session: InferenceSession,
  entry: ModelEntry,
  feeds: Feeds,
): Promise<Record<string, Tensor>> {
  const runtimeFeeds: Record<string, RuntimeTensor> = {};
  for (const { name, graphName } of entry.inputs) runtimeFeeds[graphName ?? name] = toRuntime(feeds[name]);
  try {
    const results = await session.run(runtimeFeeds);
    const outputs: Record<string, Tensor> = {};
    for (const { name, graphName } of entry.outputs) {
      const { data, dims } = results[graphName ?? name];
      outputs[name] = { data: data as Float32Array, dims };
    }
    return outputs;
  } catch (cause) {
    throw new AvatarError(
      'inference-failed',
      `${entry.id} failed to run; "cause" says what the runtime reported`,
      {
        cause,
        facts: { model: entry.id },
      },
    );
  }
}

async function checkNames(session: InferenceSession, entry: ModelEntry): Promise<void> {
  const { inputNames, outputNames } = session;
  const known = (names: readonly string[], contracts: readonly TensorContract[]) =>
    contracts.every(({ name, graphName }) => names.includes(graphName ?? name));
  if (known(inputNames, entry.inputs) && known(outputNames, entry.outputs)) return;
  await session.release();
  const found = `inputs ${inputNames.join(', ')}; outputs ${outputNames.join(', ')}`;
  throw modelUnavailable(entry.id, 'wrong-names', `its file has other names (${found.slice(0, 200)})`);
}

/**
 * Loads an ONNX file with the first execution provider that takes it.
 *
 * @param weights path, or the bytes of the file
 * @throws AvatarError `model-unavailable`, reasons `no-provider` and `wrong-names`
 */
export async function openInference(
  weights: string | Uint8Array,
  entry: ModelEntry,
  providers: readonly ExecutionProvider[],
): Promise<OpenedInference> {
  const { session, refusedBy } = await createSession(weights, entry, providers);
  await checkNames(session, entry);
  const inference: Inference = {
    run: (feeds) => runSession(session, entry, feeds),
    release: () => session.release(),
  };
  return { inference, refusedBy };
}
