export { toGlb, type CharacterGlb } from './to-glb.js';
export type { GlbOptions } from './options.js';
