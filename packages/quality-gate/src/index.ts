export { LIKENESS_KNOTS, LIKENESS_MODEL_ID, likenessScore, type LikenessKnot } from './likeness-score.js';
export { dominantFace } from './dominant-face.js';
export { inputGate } from './input-gate.js';
export { reportInput } from './input-report.js';
export { INPUT_WEIGHTS, type InputComponents } from './input-score.js';
export type { CoveragePolicy, InputGateOptions, MultiFacePolicy } from './options.js';
export { qualityGate } from './quality-gate.js';
export { SAFETY_CLASSES, SAFETY_MODEL_IDS, judgeContent, type ContentOpinion } from './content-safety.js';
export type { QualityGateOptions } from './options.js';
