export {
  LIKENESS_CALIBRATION,
  LIKENESS_KNOTS,
  LIKENESS_MODEL_ID,
  likenessScore,
  type LikenessCalibration,
  type LikenessKnot,
  type LikenessOperatingPoint,
} from '@avatar/face';
export { cutoutGate, reportCutout } from './cutout-gate.js';
export { inputGate, inputRefusal } from './input-gate.js';
export { reportInput } from './input-report.js';
export { INPUT_ADVICE } from './input-advice.js';
export { INPUT_WEIGHTS } from './input-score.js';
export { MAX_EXPLICIT_BACKGROUND } from './decide.js';
export type { CoveragePolicy, InputGateOptions, MultiFacePolicy } from './options.js';
export { drawnGate } from './drawn-gate.js';
export { qualityGate } from './quality-gate.js';
export { SAFETY_CLASSES, SAFETY_MODEL_IDS, judgeContent, type ContentOpinion } from './content-safety.js';
export type { QualityGateOptions } from './options.js';
