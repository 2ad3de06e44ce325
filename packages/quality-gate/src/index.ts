export { LIKENESS_KNOTS, LIKENESS_MODEL_ID, likenessScore, type LikenessKnot } from './likeness-score.js';
export { inputGate } from './input-gate.js';
export { reportInput } from './input-report.js';
export { INPUT_WEIGHTS, type InputComponents } from './input-score.js';
export type { CoveragePolicy, InputGateOptions, MultiFacePolicy } from './options.js';
