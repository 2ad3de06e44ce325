import { AvatarError } from '@avatar/stage';
import { InferenceSession, Tensor as RuntimeTensor } from 'onnxruntime-node';
import { modelUnavailable } from './fetch/download-failure.js';
import type { ModelEntry, TensorContract } from './manifest.js';
import { type Tensor, tensorSize } from './tensor.js';

/** Where a model runs. Only `cpu` is part of every installation. */
export type ExecutionProvider = 'cpu' | 'cuda' | 'dml' | 'coreml';

export type Feeds = Readonly<Record<string, Tensor>>;

/** A loaded model that speaks the manifest's names and plain tensors. */
export interface Inference {
  /** Execution providers of higher preference that could not load it. */
  readonly refusedBy: readonly ExecutionProvider[];
  run(feeds: Feeds): Promise<Record<string, Tensor>>;
  release(): Promise<void>;
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

function checkFeed(entry: ModelEntry, contract: TensorContract, tensor: Tensor | undefined): Tensor {
  const fits =
    tensor !== undefined &&
    tensor.dims.length === contract.shape.length &&
    contract.shape.every((side, axis) => typeof side === 'string' || side === tensor.dims[axis]) &&
    tensorSize(tensor.dims) === tensor.data.length;
  if (fits) return tensor;
  const received = tensor ? `[${tensor.dims.join(', ')}] with ${tensor.data.length} values` : 'none';
  throw new AvatarError(
    'inference-failed',
    `${entry.id} expects "${contract.name}" [${contract.shape.join(', ')}], received ${received}`,
    { reason: 'wrong-input', facts: { model: entry.id } },
  );
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
  for (const contract of entry.inputs)
    runtimeFeeds[contract.graphName ?? contract.name] = toRuntime(
      checkFeed(entry, contract, feeds[contract.name]),
    );
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
 * Loads an ONNX file into the runtime with the first execution provider that takes it.
 * @param weights path, or the bytes of the file
 */
export async function openInference(
  weights: string | Uint8Array,
  entry: ModelEntry,
  providers: readonly ExecutionProvider[] = ['cpu'],
): Promise<Inference> {
  const { session, refusedBy } = await createSession(weights, entry, providers);
  await checkNames(session, entry);
  return {
    refusedBy,
    run: (feeds) => runSession(session, entry, feeds),
    release: () => session.release(),
  };
}
