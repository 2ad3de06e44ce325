import type { Framing } from '@avatar/character';
import { backgroundByToken } from '@avatar/styles';
import { generalQuestion } from '../offers.js';
import type { MessageContext } from '../read-message.js';
import type { Reading } from '../reading.js';
import type { Edit, RecipePath } from '../recipe/edits.js';
import { followedByPhoto } from '../recipe/photo-face.js';
import type { Recipe } from '../recipe/recipe.js';
import type { ConversationState } from '../recipe/state.js';
import { lookFor, offer, PHOTO } from '../resolve/for-photo.js';
import { MEASURED_FRAMING, withRoomForHands } from '../resolve/poses.js';

const OF_PHOTOS: readonly RecipePath[] = ['style', 'intensity'];
const OF_CHARACTERS: readonly RecipePath[] = [
  'look',
  'expression',
  'pose.yaw',
  'pose.gesture',
  'pose.framing',
];
const OF_WHOM: readonly RecipePath[] = ['subject'];
const CHARACTER: Edit = { set: 'subject', to: 'character' };

/** What checked edits of an interpreter come to; undefined when nothing is left of them for whoever is there. */
export function interpretedReading(
  edits: readonly Edit[],
  { now: { recipe, character } }: ConversationState,
  { photos = 0, hasPhoto = recipe.subject === 'photo' }: MessageContext,
): Reading | undefined {
  const described = edits.findLast((edit) => 'person' in edit);
  const subject = photos > 0 ? 'photo' : recipe.subject;
  if (described !== undefined)
    return change([CHARACTER, described, ...ofCharacter(edits).filter((edit) => !('person' in edit))]);
  if (subject === undefined) return nobodyYet(ofPhoto(edits));
  if (subject === 'character')
    return edits.some((edit) => sets(edit, OF_WHOM) && edit.to === 'photo') && hasPhoto
      ? change([PHOTO, ...ofPhoto(edits)])
      : change(ofKnownPerson(edits, recipe.pose?.framing ?? character?.pose?.framing));
  return aboutPhoto(edits, recipe, photos > 0);
}

/** Hair, clothes and pose are the photo's own: whoever wishes for others is asked, as the rules do. */
function aboutPhoto(edits: readonly Edit[], recipe: Recipe, isNewPhoto: boolean): Reading | undefined {
  const picture = [...ofPhoto(edits), ...edits.flatMap((edit) => followedByPhoto(edit, recipe) ?? [])];
  const needsCharacter = edits.some(
    (edit) =>
      ('character' in edit && !isOfSkin(edit)) ||
      (sets(edit, OF_CHARACTERS) && followedByPhoto(edit, recipe) === undefined) ||
      (sets(edit, OF_WHOM) && edit.to === 'character'),
  );
  if (!needsCharacter) return change(isNewPhoto && picture.length > 0 ? [PHOTO, ...picture] : picture);
  const look: Edit = { set: 'look', to: lookFor(undefined, recipe.style) };
  const asCharacter = [CHARACTER, look, ...ofKnownPerson(edits, MEASURED_FRAMING)];
  return { kind: 'ask', pending: offer(asCharacter, picture, isNewPhoto), unmet: [] };
}

/** There is a style or a backdrop, and nobody to draw. */
function nobodyYet(remember: readonly Edit[]): Reading | undefined {
  if (remember.length === 0) return undefined;
  return { kind: 'ask', pending: generalQuestion(undefined), unmet: [], remember };
}

const change = (edits: readonly Edit[]): Reading | undefined =>
  edits.length === 0 ? undefined : { kind: 'change', edits, count: 1, unmet: [] };

const sets = (edit: Edit, paths: readonly RecipePath[]): edit is Extract<Edit, { set: RecipePath }> =>
  'set' in edit && paths.includes(edit.set);

const isOfSkin = (edit: Edit): boolean =>
  'character' in edit && (edit.character.path === 'skin' || edit.character.path.startsWith('skin.'));

/** What a photo can follow. A look of characters is no style of it. */
const ofPhoto = (edits: readonly Edit[]): readonly Edit[] =>
  edits.filter(
    (edit) =>
      'set' in edit &&
      ![...OF_CHARACTERS, ...OF_WHOM].includes(edit.set) &&
      !(edit.set === 'style' && String(edit.to).startsWith('character_')),
  );

/** What a drawn person can follow: there is no photo behind them. */
const ofCharacter = (edits: readonly Edit[]): readonly Edit[] =>
  edits.filter((edit) => !sets(edit, [...OF_PHOTOS, ...OF_WHOM]) && !isPhotoGround(edit));

/** The same of somebody who is there already: their skin stays as it is. */
const ofKnownPerson = (edits: readonly Edit[], framing: Framing | undefined): readonly Edit[] =>
  withRoomForHands(
    ofCharacter(edits).filter((edit) => !isOfSkin(edit)),
    framing,
  );

const isPhotoGround = (edit: Edit): boolean =>
  sets(edit, ['background']) && typeof edit.to === 'string' && backgroundByToken(edit.to).kind === 'photo';
