import { Network, type Value } from './network.js';
import type { GraphContext, GraphModel, GraphNode } from './tfjs-graph-model.js';
import { convertNode } from './tfjs-graph-operations.js';
import { readWeights, type Weight, type Weights } from './weight-manifest.js';

const nodeName = (input: string): string => input.replace(/^\^/, '').split(':')[0];

class GraphConversion implements GraphContext {
  readonly network = new Network();
  readonly #nodes: ReadonlyMap<string, GraphNode>;
  readonly #weights: Weights;
  readonly #values = new Map<string, Value>();

  constructor(nodes: readonly GraphNode[], weights: Weights) {
    this.#nodes = new Map(nodes.map((node) => [node.name, node]));
    this.#weights = weights;
  }

  value(input: string): Value {
    const name = nodeName(input);
    let value = this.#values.get(name);
    if (value === undefined) {
      value = this.#convert(name);
      this.#values.set(name, value);
    }
    return value;
  }

  constant(input: string): Weight | undefined {
    const node = this.#nodes.get(nodeName(input));
    if (node?.op === 'Identity' && node.input) return this.constant(node.input[0]);
    return this.#weights.get(nodeName(input));
  }

  node(input: string): GraphNode | undefined {
    return this.#nodes.get(nodeName(input));
  }

  #convert(name: string): Value {
    const node = this.#nodes.get(name);
    if (node === undefined) throw new Error(`The graph has no node ${name}`);
    return convertNode(node, this);
  }
}

/**
 * Converts a TensorFlow.js graph model of one image input. The input is named `image` and takes NCHW.
 *
 * @param outputs ONNX name -> node of the graph
 */
export function convertTfjsGraph(
  model: GraphModel,
  readPath: (path: string) => Uint8Array,
  outputs: Readonly<Record<string, string>>,
): Uint8Array {
  const conversion = new GraphConversion(
    model.modelTopology.node,
    readWeights(model.weightsManifest, readPath),
  );
  for (const [name, node] of Object.entries(outputs)) conversion.network.output(name, conversion.value(node));
  return conversion.network.graph.encode();
}
