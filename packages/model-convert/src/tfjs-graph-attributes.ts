import type { Padding } from './network.js';
import type { GraphAttribute, GraphContext, GraphNode } from './tfjs-graph-model.js';
import type { Weight } from './weight-manifest.js';

export const attributeOf = (node: GraphNode, name: string): GraphAttribute | undefined =>
  node.attr?.[name] as GraphAttribute | undefined;

export const decodeText = (base64: string): string => Buffer.from(base64, 'base64').toString('latin1');

export const dataInputs = (node: GraphNode): readonly string[] =>
  (node.input ?? []).filter((input) => !input.startsWith('^'));

/** Height and width of a list attribute in NHWC order. */
export function spatial(node: GraphNode, name: string): readonly [number, number] {
  const list = attributeOf(node, name)?.list?.i ?? [1, 1, 1, 1];
  return [Number(list[1]), Number(list[2])];
}

export function paddingOf(node: GraphNode): Padding {
  const padding = decodeText(attributeOf(node, 'padding')?.s ?? '');
  if (padding !== 'SAME' && padding !== 'VALID')
    throw new Error(`Padding ${padding} of ${node.op} is unknown`);
  return padding;
}

export function requireConstant(context: GraphContext, node: GraphNode, index: number): Weight {
  const input = dataInputs(node)[index];
  const constant = input === undefined ? undefined : context.constant(input);
  if (constant === undefined) throw new Error(`${node.op} needs a constant as its input ${index}`);
  return constant;
}
