import type { z } from 'zod';
import type { Style } from '../style.js';
import type { Brushwork } from '../parameters/brushwork.js';
import type { GradeParameters } from '../parameters/grade.js';
import type { Ornament } from '../parameters/ornament.js';
import type { RetouchParameters } from '../parameters/retouch.js';
import type { Sheet } from '../parameters/sheet.js';
import type { CharacterLook } from './character/character-rendering.js';
import type { EngineRendering } from './engine/engine-rendering.js';
import type { PixelParameters } from './drawn/drawn-rendering.js';
import type { Rendering, RenderingKind, Renderings } from './rendering.js';

/** Steps that come over the rendered person, in this order; those that are not there are left out. */
export interface FinishingSteps {
  readonly retouch?: RetouchParameters;
  readonly ornament?: Ornament;
  readonly grade?: GradeParameters;
  readonly brushwork?: Brushwork;
  readonly sheet?: Sheet;
  readonly pixels?: PixelParameters;
}

/** Whether a check of the gate can be trusted, and from where on it passes. */
export type CheckRule =
  | { readonly applies: true; readonly threshold: number }
  /** `reason`: one sentence that the report repeats. */
  | { readonly applies: false; readonly reason: string };

/** What the gate may assume of the avatars of a kind. `scripts/eval-checks.ts` measures it for every style. */
export interface StyleChecks {
  /** Least confidence of the mesh in [0, 1] that a face is where it should be. */
  readonly facePresence: CheckRule;
  /** Whether likeness tells the person's avatars from other people's; the least likeness is the caller's. */
  readonly likeness: { readonly applies: true } | { readonly applies: false; readonly reason: string };
  /** From this confidence on, in [0, 1], the avatar counts as explicit. */
  readonly maxExplicit: number;
}

/** What a kind of rendering means to everybody but its renderer: the one place where kinds differ. */
export interface Recipe<R extends Rendering = Rendering> {
  /** What a style in code may say. */
  readonly schema: z.ZodType;
  /** What a style file may say; undefined where a file cannot hold such a style. */
  readonly fileSchema: z.ZodType | undefined;
  /** Ids of the networks that draw the person: those that the style brings. */
  readonly networkIds: (style: Style<R>) => readonly string[];
  /** Whether the person's parts (hair, skin, clothes) have to be told apart for it. */
  readonly needsParts: boolean;
  readonly finishing: (rendering: R) => FinishingSteps;
  /** How a picture is brought to a larger size. */
  readonly enlargement: (rendering: R) => 'smooth' | 'nearest';
  readonly checks: (rendering: R) => StyleChecks;
  /** The look of a kind that draws the person anew as a character. Most render the photo. */
  readonly look?: (rendering: R) => CharacterLook;
  /** What a kind asks of a generative engine. Most need none. */
  readonly engine?: (rendering: R) => EngineRendering;
  /** What of the rendering is code, which comparing data cannot tell apart. Most are data. */
  readonly code?: (rendering: R) => unknown;
  /**
   * The rendering with absolute paths for files that a style file names beside it.
   * @param folder of the style file
   * @throws AvatarError `invalid-options` for a file that is not there, or is outside
   */
  readonly locateFiles?: (rendering: R, folder: string) => Promise<R>;
}

/** A recipe for each kind, and none for others. */
export type RecipeTable<Kinds extends string = RenderingKind> = {
  readonly [Kind in Kinds]: Kind extends RenderingKind ? Recipe<Renderings[Kind]> : Recipe;
};
