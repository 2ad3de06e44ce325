import { backgroundByToken } from '@avatar/styles';
import type { Unmet } from '../reading.js';
import type { Edit } from '../recipe/edits.js';
import { backgroundShade } from '../comparative/background-shade.js';
import { isOfBackground } from '../comparative/comparisons.js';
import type { Light, Recipe } from '../recipe/recipe.js';
import { mentionsOf } from '../mentions.js';
import type { Said } from '../said.js';

export interface Wishes {
  readonly edits: readonly Edit[];
  readonly unmet: readonly Unmet[];
}

const LEAST = 0.3;

/** What a message changes of the picture, whoever is in it: background, light, platform, quality. */
export function pictureEdits(said: Said, recipe: Recipe): Wishes {
  const edits: Edit[] = [];
  const unmet: Unmet[] = [];
  for (const { value, isDenied, words } of mentionsOf(said.mentions, 'background')) {
    const { background, palette } = value.value;
    if (!isDenied) {
      if (background !== undefined) edits.push({ set: 'background', to: background });
      if (palette !== undefined) edits.push({ set: 'palette', to: palette });
      else if (background !== undefined && recipe.palette !== undefined && takesNoPalette(background))
        edits.push({ set: 'palette', to: null });
    } else if (background !== undefined && background === recipe.background)
      edits.push({ set: 'background', to: null }, { set: 'palette', to: null });
    else unmet.push({ words, why: 'That is not in the picture.' });
  }
  for (const comparison of said.comparisons.filter(isOfBackground)) {
    const shade = backgroundShade(comparison, recipe);
    if (shade !== undefined) edits.push(...shade);
    else unmet.push({ words: said.text.slice(comparison.start, comparison.end), why: NO_SHADE });
  }
  for (const { value, isDenied, words } of mentionsOf(said.mentions, 'light')) {
    const light = isDenied ? value.value : lightAfter(value.value, words, recipe.light);
    if (isDenied ? light !== null && light === recipe.light : light === null && recipe.light !== undefined)
      edits.push({ set: 'light', to: null });
    else if (!isDenied && light !== null) edits.push({ set: 'light', to: light });
  }
  for (const { value, isDenied } of mentionsOf(said.mentions, 'platform'))
    if (!isDenied) edits.push({ set: 'platform', to: value.value });
    else if (value.value === recipe.platform) edits.push({ set: 'platform', to: null });
  for (const { value } of mentionsOf(said.mentions, 'mode')) edits.push({ set: 'mode', to: value.value });
  for (const { words } of mentionsOf(said.mentions, 'other-platform'))
    unmet.push({
      words,
      why: 'I do not know what this platform asks for; my square picture will do on most.',
    });
  for (const { words, value } of mentionsOf(said.mentions, 'never')) unmet.push({ words, why: value.value });
  for (const { words } of mentionsOf(said.mentions, 'no-light'))
    unmet.push({ words, why: 'I can make the light warm, cool, soft or dramatic, and nothing else.' });
  return { edits: lastOfEach(edits), unmet };
}

/** Of an intensity, which only photos have. */
export function strengthEdits(said: Said, recipe: Recipe): readonly Edit[] {
  const isAlone = said.mentions.every(({ value }) => ['strength', 'granted'].includes(value.of));
  const strengths = mentionsOf(said.mentions, 'strength')
    .filter(({ words }) => isAlone || !VAGUE.test(words))
    .map(({ value }) => value.value);
  if (strengths.length === 0) return [];
  // A share says more than a step.
  const { to, by = 0 } = strengths.find((strength) => strength.to !== undefined) ?? strengths[0];
  const wanted = to ?? Math.min(1, Math.max(LEAST, (recipe.intensity ?? 1) + by));
  return [{ set: 'intensity', to: Math.round(wanted * 100) / 100 }];
}

/** "That's too much, face forward" is said of the turn, and "a subtle gradient" of that. */
const VAGUE =
  /^(?:(?:not so|too) (?:much|strong|intense)|stronger|subtler?|more subtle|weaker|bolder|too (?:weak|subtle))$/u;

const NO_SHADE = 'Only plain backgrounds become lighter or darker.';

const CONTRARY: Readonly<Record<Light, Light>> = {
  warm: 'cool',
  cool: 'warm',
  soft: 'dramatic',
  dramatic: 'soft',
};

/** "Too warm" of a warm light is the light without it, and not a cold one. */
const lightAfter = (wished: Light | null, words: string, now: Light | undefined): Light | null =>
  wished !== null && now === CONTRARY[wished] && /^(?:less|not|too|way|much|a )/.test(words) ? null : wished;

const takesNoPalette = (token: string): boolean => backgroundByToken(token).kind !== 'palette';

/** What is said later goes before what was said first, but a light that was named is not undone by "studio lighting". */
function lastOfEach(edits: readonly Edit[]): readonly Edit[] {
  const byKey = new Map<string, Edit>();
  for (const edit of edits)
    if ('set' in edit && !(edit.to === null && byKey.has(edit.set))) byKey.set(edit.set, edit);
  return [...byKey.values()];
}
