import type { CharacterPath, ValueAt } from '@avatar/character';
import { readBrief } from '@avatar/character-brief';
import { backdropIn } from '../backdrop-in.js';
import type { Reading } from '../reading.js';
import type { Edit } from '../recipe/edits.js';
import type { Subject } from '../recipe/recipe.js';
import type { Option } from '../recipe/state.js';
import { coloursAlone } from './nounless.js';

/** "Black", and nothing was spoken of that it could be: what shall be black? */
export function colourQuestion(text: string, subject: Subject | undefined): Reading | undefined {
  const colours = coloursAlone(text);
  // Blonde is hair, and tanned is skin.
  if (subject === undefined || colours.some((each) => readBrief(each).understood.length > 0))
    return undefined;
  if (colours.length === 2) return pairQuestion(colours.join(' and '), colours);
  return colours.length === 1 ? oneQuestion(colours[0], subject) : undefined;
}

function pairQuestion(both: string, colours: readonly string[]): Reading | undefined {
  const { background, palette } = backdropIn(`${colours.join(' to ')} gradient background`) ?? {};
  if (background === undefined || palette === undefined) return undefined;
  const edits: readonly Edit[] = [
    { set: 'background', to: background },
    { set: 'palette', to: palette },
  ];
  const options = [{ label: `A background from ${colours.join(' to ')}`, edits }];
  return { kind: 'ask', pending: { question: `What shall be ${both}?`, options }, unmet: [] };
}

function oneQuestion(colour: string, subject: Subject): Reading | undefined {
  const options: Option[] = [];
  const { background } = backdropIn(colour) ?? {};
  if (background !== undefined)
    options.push({ label: `A ${colour} background`, edits: [{ set: 'background', to: background }] });
  if (subject === 'character') {
    const { hair, clothing } = readBrief(`${colour} hair, ${colour} clothes`).spec;
    if (clothing?.hex)
      options.push({ label: `${capital(colour)} clothes`, edits: [coloured('clothing.hex', clothing.hex)] });
    if (hair?.hex)
      options.push({ label: `${capital(colour)} hair`, edits: [coloured('hair.hex', hair.hex)] });
  }
  return options.length === 0
    ? undefined
    : { kind: 'ask', pending: { question: `What shall be ${colour}?`, options }, unmet: [] };
}

const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);

const coloured = (path: Extract<CharacterPath, `${string}.hex`>, value: ValueAt<'hair.hex'>): Edit => ({
  character: { op: 'set', path, value } as Extract<Edit, { character: unknown }>['character'],
});
