export { framingOf, type ToonFraming } from './framing.js';
export type { Figure } from './model/figure.js';
export { Frame } from './render/frame.js';
export { Material } from './render/materials.js';
export type { MeshBuilder, MeshPart } from './render/mesh-builder.js';
export { drawToon3d, modelToon3d, studioBackdrop, type Toon3dOptions, type ToonModel } from './toon3d.js';
