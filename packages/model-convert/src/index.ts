export { convertWeights } from './convert-weights.js';
export { OnnxGraph } from './onnx-graph.js';
export type { AttributeValue } from './onnx-graph.js';
