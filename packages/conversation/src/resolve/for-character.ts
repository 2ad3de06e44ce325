import { fillCharacter, type CharacterSpec } from '@avatar/character';
import { backgroundByToken } from '@avatar/styles';
import { AS_PHOTO } from '../lexicon/requests.js';
import type { StyleConcept } from '../lexicon/styles.js';
import { mentionsOf } from '../mentions.js';
import { styleEdits } from '../offers.js';
import { ageStep } from '../person-words.js';
import type { Reading, Unmet } from '../reading.js';
import type { Edit } from '../recipe/edits.js';
import type { Recipe } from '../recipe/recipe.js';
import { isNewPerson, type Said } from '../said.js';
import { says } from '../words/phrase.js';
import { beside, chosenStyle, openQuestion } from './choices.js';
import { countQuestion } from './count.js';
import { nothingDone } from './nothing-done.js';
import { notUnderstood } from './not-understood.js';
import { personChanges } from './person-changes.js';
import { whichOne } from './which-one.js';
import { untold } from './untold.js';
import { pictureEdits, type Wishes } from './picture-edits.js';
import { stanceEdits, turnedTooFar, withRoomForHands } from './poses.js';

export interface CharacterSituation {
  readonly recipe: Recipe;
  readonly character: CharacterSpec | undefined;
  /** There is a photo that could be used instead. */
  readonly hasPhoto: boolean;
}

/** A message about a person who is drawn, or who is described in it. */
export function readForCharacter(said: Said, situation: CharacterSituation): Reading {
  const { recipe, character, hasPhoto } = situation;
  if (hasPhoto && says(said.text, AS_PHOTO))
    return {
      kind: 'change',
      edits: [{ set: 'subject', to: 'photo' }, ...pictureEdits(said, recipe).edits, ...photoStyle(said)],
      count: said.count,
      unmet: [],
    };
  const { minors } = said.person;
  if (minors.length > 0) return adultsOnly(minors);
  const open = (character && whichOne(said.text)) ?? openQuestion(said, 'character');

  const style = chosenStyle(said);
  const { edits: picture, unmet } = drawnOnly(pictureEdits(said, recipe));
  const isNew = character === undefined || (isNewPerson(said.text) && said.person.isPerson);
  const step = isNew ? undefined : ageStep(said.text, character.age);
  const spec: CharacterSpec = step ? withoutAge(said.person.spec) : said.person.spec;
  const changes = isNew ? { edits: [], unmet: [] } : personChanges(said, spec, character);
  const known = fillCharacter(character ?? {});
  const edits: readonly Edit[] = [
    ...(recipe.subject === 'character' ? [] : [{ set: 'subject', to: 'character' } as const]),
    ...(style ? styleEdits(style, 'character') : []),
    ...picture,
    ...(isNew ? [...fresh(recipe), { person: spec }] : changes.edits),
    ...(step ? [{ character: step }] : []),
    ...withRoomForHands(
      stanceEdits(said, recipe, recipe.expression ?? known.expression),
      recipe.pose?.framing ?? character?.pose?.framing,
    ),
  ];
  const ofOthers = [...unmet, ...changes.unmet, ...ofStyle(style, hasPhoto), ...ofPerson(said)];
  const missed = notUnderstood(said);
  if (open !== undefined)
    return { kind: 'ask', pending: open, unmet: [...ofOthers, ...missed], remember: beside(open, edits) };
  const notDone = [...untold(said, false), ...ofOthers];
  if (isNew && missed.length > 0 && !isDescribed(said)) return nothingDone(said, notDone, undefined);
  const beyond = turnedTooFar(said);
  if (beyond !== undefined)
    return {
      kind: 'ask',
      pending: turnQuestion(edits),
      unmet: [...notDone, { words: beyond, why: TOO_FAR }],
    };
  const asked = countQuestion(said, edits);
  if (asked) return asked;
  if (edits.length > 0 || said.count > 1 || said.isAgain)
    return { kind: 'change', edits, count: said.count, unmet: [...notDone, ...missed] };
  return nothingDone(said, notDone, 'character');
}

/** Something is said of the person beyond that there is one: "someone like Merlin" says nothing. */
const isDescribed = ({ person, mentions }: Said): boolean =>
  person.understood.length > 0 || person.spec.presentation !== undefined || mentions.length > 0;

/** Whoever is described as a child is not drawn as somebody else. */
function adultsOnly(words: readonly string[]): Reading {
  const why = 'I draw adults only. Tell me of a grown-up.';
  return { kind: 'say', text: why, unmet: words.map((each) => ({ words: each, why })) };
}

/** Nobody who is drawn has a photo behind them. */
function drawnOnly({ edits, unmet }: Wishes): Wishes {
  const isOfPhoto = (edit: Edit) =>
    'set' in edit &&
    edit.set === 'background' &&
    typeof edit.to === 'string' &&
    backgroundByToken(edit.to).kind === 'photo';
  if (!edits.some(isOfPhoto)) return { edits, unmet };
  const why = 'A drawn person has no background of a photo.';
  return {
    edits: edits.filter((edit) => !isOfPhoto(edit)),
    unmet: [...unmet, { words: 'my own background', why }],
  };
}

const photoStyle = (said: Said): readonly Edit[] => {
  const style = chosenStyle(said);
  return style ? styleEdits(style, 'photo') : [];
};

const withoutAge = ({ age: _age, ...rest }: CharacterSpec): CharacterSpec => rest;

/** Another person stands as nobody before them did. */
const fresh = ({ expression, pose = {} }: Recipe): readonly Edit[] => [
  ...(expression === undefined ? [] : [{ set: 'expression', to: null } as const]),
  ...Object.keys(pose).map((name) => ({ set: `pose.${name}` as 'pose.yaw', to: null })),
];

function ofStyle(style: StyleConcept | undefined, hasPhoto: boolean): readonly Unmet[] {
  if (style === undefined || style.look !== undefined || style.costume === true || style.name === 'fantasy')
    return [];
  const why =
    style.name === 'natural'
      ? 'A drawn person is no photo: I draw in 3-D, anime or flat. Send a photo for that.'
      : hasPhoto
        ? 'That is a style for photos: say “back to my photo” for it.'
        : 'That is a style for photos: I draw people in 3-D, anime or flat.';
  return [{ words: style.name, why }];
}

const ofPerson = (said: Said): readonly Unmet[] => [
  ...said.person.undrawn.map((words) => ({ words, why: 'I cannot draw that.' })),
  ...said.person.origins.map((words) => ({ words, why: NO_LOOKS })),
  ...mentionsOf(said.mentions, 'strength').map(({ words }) => ({
    words,
    why: 'The strength of a style is for photos; a drawing has none.',
  })),
];

const NO_LOOKS =
  'Such a word says nothing of looks here: tell me of skin and hair, such as “dark brown skin”.';
const TOO_FAR = 'I can turn a head by up to 45 degrees.';
const turnQuestion = (edits: readonly Edit[]) => ({
  question: 'I can turn the head by up to 45 degrees. To which side shall it be?',
  options: [
    { label: 'To the left', edits: [...edits, { set: 'pose.yaw', to: -45 } as const] },
    { label: 'To the right', edits: [...edits, { set: 'pose.yaw', to: 45 } as const] },
  ],
});
