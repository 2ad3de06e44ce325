import type { CharacterRendering } from './character/character-rendering.js';
import type { DrawnRendering } from './drawn/drawn-rendering.js';
import type { EngineRendering } from './engine/engine-rendering.js';
import type { FittedRendering } from './fitted/fitted-rendering.js';
import type { FunctionRendering } from './function/function-rendering.js';
import type { ModelRendering } from './model/model-rendering.js';
import type { PhotoRendering } from './photo/photo-rendering.js';

/**
 * Every kind of rendering by its name. A new kind begins with a line here: the compiler then names every table that
 * lacks it.
 */
export interface Renderings {
  photo: PhotoRendering;
  drawn: DrawnRendering;
  model: ModelRendering;
  function: FunctionRendering;
  character: CharacterRendering;
  engine: EngineRendering;
  fitted: FittedRendering;
}

export type RenderingKind = keyof Renderings;

/** Kinds that render the photo itself: the face stays where the photo has it. */
export type PhotoKind = Exclude<RenderingKind, 'character' | 'engine'>;

/** How a style renders the person, by `kind`. */
export type Rendering = Renderings[RenderingKind];
