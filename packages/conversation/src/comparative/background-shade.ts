import type { Edit } from '../recipe/edits.js';
import type { Recipe } from '../recipe/recipe.js';
import { isOfBackground, type Comparison } from './comparisons.js';
import { shaded } from './shades.js';

/** Backdrops that are light and dark without a colour of their own. */
const PLAIN: ReadonlySet<string | undefined> = new Set([undefined, 'studio_light']);

/**
 * "A darker background".
 * @returns undefined where what stands behind the person has no shade to change, such as a beach
 */
export function backgroundShade(
  comparison: Comparison,
  { background, palette }: Recipe,
): readonly Edit[] | undefined {
  const { adjective, direction, steps } = comparison;
  if (!isOfBackground(comparison) || !['light', 'dark'].includes(adjective)) return undefined;
  const by = (adjective === 'light' ? 1 : -1) * direction * steps;
  if (background?.startsWith('#')) return [{ set: 'background', to: shaded(background, by, 'background') }];
  if (palette?.startsWith('#'))
    return [
      {
        set: 'palette',
        to: palette
          .split(',')
          .map((hex) => (hex.startsWith('#') ? shaded(hex, by, 'background') : hex))
          .join(','),
      },
    ];
  if (!PLAIN.has(background)) return undefined;
  return [
    { set: 'background', to: 'studio_light' },
    { set: 'palette', to: by > 0 ? 'soft_white' : 'charcoal' },
  ];
}
