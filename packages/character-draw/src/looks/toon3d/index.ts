export { framingOf, type ToonFraming } from './framing.js';
export { linear } from './model/colours.js';
export { eyePaintOf } from './model/eyes.js';
export { paintFace } from './model/face-paint.js';
export type { EyeShape } from './model/eye-shape.js';
export type { FaceShape } from './model/face-shape.js';
export type { Figure } from './model/figure.js';
export { headLattice } from './model/head-mesh.js';
export type { HeadSurface } from './model/head-surface.js';
export type { MouthShape } from './model/mouth-shape.js';
export { gradientOf, type Field } from './render/field.js';
export { Frame } from './render/frame.js';
export type { Lattice, Solid } from './render/lattice-samples.js';
export { Material } from './render/materials.js';
export { lineNoise, type Vec3 } from './render/maths.js';
export type { MeshBuilder, MeshPart } from './render/mesh-builder.js';
export type { PaintMap } from './render/paint-map.js';
export { catchLight, paintEye, type EyePaint } from './render/shade-eye.js';
export { laySheet, placeBall, type SheetOptions } from './render/sheet.js';
export { SurfaceSample } from './render/surface-sample.js';
export { surfaceNets } from './render/surface-nets.js';
export type { Outfit } from './clothes/outfit.js';
export {
  drawToon3d,
  modelToon3d,
  studioBackdrop,
  type Toon3dOptions,
  type ToonModel,
  type ToonModelOptions,
} from './toon3d.js';
