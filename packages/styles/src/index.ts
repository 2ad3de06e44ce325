export type * from './parameters/brushwork.js';
export * from './kinds/character/character-rendering.js';
export type * from './kinds/drawn/drawn-rendering.js';
export type * from './kinds/engine/engine-rendering.js';
export type * from './parameters/gels.js';
export type * from './parameters/grade.js';
export type * from './parameters/ornament.js';
export * from './style.js';
export type * from './parameters/finish.js';
export type * from './parameters/light.js';
export type * from './parameters/retouch.js';
export type * from './parameters/sheet.js';
export * from './kinds/fitted/fitted-rendering.js';
export { CLOUD_COLOURS } from './kinds/fitted/fitted-schema.js';
export { SPECTRUM_BYTES } from './schema/sheet.js';
export type * from './kinds/function/function-rendering.js';
export type * from './kinds/photo/photo-rendering.js';
export type * from './kinds/recipe.js';
export type * from './kinds/rendering.js';
export {
  checksOf,
  codeOf,
  engineRenderingOf,
  enlargementOf,
  finishingOf,
  lookOf,
  needsParts,
  networkIdsOf,
} from './kinds/recipes.js';
export * from './catalogue/anime-character.js';
export * from './backgrounds.js';
export * from './catalogue/cartoon.js';
export * from './catalogue/catalogue.js';
export * from './catalogue/characters.js';
export * from './catalogue/cinematic.js';
export * from './contexts.js';
export * from './catalogue/corporate-headshot.js';
export * from './catalogue/cyberpunk.js';
export { defineStyle } from './define-style.js';
export * from './catalogue/editorial-portrait.js';
export * from './catalogue/fantasy-elf.js';
export * from './catalogue/fantasy-knight.js';
export * from './catalogue/fantasy-wizard.js';
export { NAMED_SIZES_PX } from './named-sizes.js';
export * from './catalogue/noir.js';
export * from './catalogue/painterly.js';
export * from './kinds/model/model-rendering.js';
export * from './judged-context.js';
export type * from './known-or-own.js';
export * from './lights.js';
export * from './palettes.js';
export * from './catalogue/pixel-art.js';
export * from './platforms.js';
export * from './catalogue/realistic.js';
export * from './catalogue/render-3d.js';
export * from './catalogue/scifi.js';
export * from './catalogue/social.js';
export { loadStyleFile, type StyleFileReason } from './style-file.js';
export * from './catalogue/styles.js';
export * from './catalogue/vintage.js';
