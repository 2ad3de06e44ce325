export { ARKIT_NAMES, type ArkitName, type FaceWeights } from './expressions/arkit.js';
export { VISEMES } from './expressions/visemes.js';
export { toGlb, type CharacterGlb } from './to-glb.js';
export type { GlbOptions } from './options.js';
