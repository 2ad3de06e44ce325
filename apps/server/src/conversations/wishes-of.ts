import { editsFrom, type CharacterEdit } from '@avatar/character';
import { faceOfPhoto, type Recipe, type Snapshot } from '@avatar/conversation';
import type { Wishes } from '../generations/index.js';

/** What a picture of a photo is asked for with. */
export function wishesOf({ recipe, character, toMeasure }: Snapshot, reference: string | undefined): Wishes {
  const common = {
    platform: recipe.platform,
    background: recipe.background,
    palette: recipe.palette,
    light: recipe.light,
    mode: recipe.mode,
    seed: recipe.seed,
    delivery: 'url',
    reference,
  } as const;
  if (toMeasure !== true)
    return { ...common, ...faceOfPhoto(recipe), style: recipe.style, intensity: recipe.intensity };
  return {
    ...common,
    style: `character_${recipe.look ?? 'toon3d'}`,
    edits: [...editsFrom(character ?? {}), ...stanceEdits(recipe)],
  };
}

function stanceEdits({ expression, pose }: Recipe): readonly CharacterEdit[] {
  return editsFrom({ ...(expression && { expression }), ...(pose && { pose }) });
}
