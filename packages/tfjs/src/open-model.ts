import type { GraphModel, io, LayersModel, Tensor as TfTensor } from '@tensorflow/tfjs';
import {
  type Feeds,
  type Inference,
  type ModelEntry,
  modelUnavailable,
  type Tensor,
  type TensorContract,
  type TfjsWeights,
} from '@avatar/models';
import { AvatarError } from '@avatar/stage';
import type { RunningTensorFlow } from './start-tensorflow.js';
import { copyOf, toTensor } from './tensors.js';

type Network = GraphModel | LayersModel;
type ModelJson = Parameters<typeof io.getModelArtifactsForJSON>[0];

/**
 * Loads a graph or layers model.
 *
 * @throws AvatarError `model-unavailable`, reasons `not-a-model` and `wrong-names`
 */
export async function openModel(
  running: RunningTensorFlow,
  weights: TfjsWeights,
  entry: ModelEntry,
): Promise<Inference> {
  const network = await loadNetwork(running, weights, entry);
  const known = namesOf(running, network);
  const places = (contracts: readonly TensorContract[], names: readonly string[]) =>
    contracts.map(({ name, graphName }) => names.indexOf(withoutPort(graphName ?? name)));
  const inputs = places(entry.inputs, known.inputs);
  const outputs = places(entry.outputs, known.outputs);
  if ([...inputs, ...outputs].includes(-1) || new Set(inputs).size !== known.inputs.length) {
    network.dispose();
    const found = `inputs ${known.inputs.join(', ')}; outputs ${known.outputs.join(', ')}`;
    throw modelUnavailable(entry.id, 'wrong-names', `its file has other names (${found.slice(0, 200)})`);
  }
  return {
    run: async (feeds) => runNetwork(running, network, { entry, inputs, outputs }, feeds),
    release: async () => void network.dispose(),
  };
}

/** Which input and which output of the network those of the entry are. */
interface Places {
  readonly entry: ModelEntry;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** Graphs count the outputs of a node: `image:0` is the first of `image`. */
const withoutPort = (name: string): string => name.replace(/:0$/, '');

/** Those in the file: of a layers model the names of its layers, those of its tensors change from load to load. */
function namesOf({ tf }: RunningTensorFlow, network: Network) {
  const [inputs, outputs] =
    network instanceof tf.GraphModel
      ? [network.inputNodes, network.outputNodes]
      : [network.inputNames, network.outputNames];
  return { inputs: inputs.map(withoutPort), outputs: outputs.map(withoutPort) };
}

async function loadNetwork(
  { tf }: RunningTensorFlow,
  { model, shards }: TfjsWeights,
  { id }: ModelEntry,
): Promise<Network> {
  try {
    const json = JSON.parse(Buffer.from(model).toString('utf8')) as ModelJson;
    const artifacts = await tf.io.getModelArtifactsForJSON(json, async (manifest) => [
      manifest.flatMap(({ weights }) => weights),
      shards.map((shard) => Uint8Array.from(shard).buffer),
    ]);
    const handler = { load: async () => artifacts };
    return 'node' in json.modelTopology
      ? await tf.loadGraphModel(handler)
      : await tf.loadLayersModel(handler);
  } catch (cause) {
    throw modelUnavailable(id, 'not-a-model', 'TensorFlow.js cannot read it', cause);
  }
}

function execute({ tf }: RunningTensorFlow, network: Network, fed: TfTensor[]): TfTensor | TfTensor[] {
  return network instanceof tf.GraphModel ? network.execute(fed, network.outputNodes) : network.predict(fed);
}

function runNetwork(
  running: RunningTensorFlow,
  network: Network,
  { entry, inputs, outputs }: Places,
  feeds: Feeds,
): Record<string, Tensor> {
  try {
    return running.run(() => {
      const fed: TfTensor[] = [];
      entry.inputs.forEach(({ name }, index) => (fed[inputs[index]] = toTensor(running, feeds[name])));
      const results = [execute(running, network, fed)].flat();
      return Object.fromEntries(
        entry.outputs.map(({ name }, index) => [name, copyOf(results[outputs[index]])]),
      );
    });
  } catch (cause) {
    throw new AvatarError(
      'inference-failed',
      `${entry.id} failed to run; "cause" says what TensorFlow.js reported`,
      { cause, facts: { model: entry.id } },
    );
  }
}
