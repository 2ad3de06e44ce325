export { ARKIT_NAMES, type ArkitName, type FaceWeights } from './expressions/arkit.js';
export { VISEMES } from './expressions/visemes.js';
export { toGlb, type CharacterGlb } from './to-glb.js';
export type { BustFormat, Compression, GlbOptions } from './options.js';
