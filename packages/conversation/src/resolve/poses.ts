import type { Expression, Framing } from '@avatar/character';
import { moodAfter } from '../lexicon/moods.js';
import { mentionsOf } from '../mentions.js';
import type { Edit } from '../recipe/edits.js';
import type { Recipe } from '../recipe/recipe.js';
import type { Said } from '../said.js';

const MOST_YAW = 45;

/** How the person is to stand, from both vocabularies; what is said of the turn in the conversation's goes first. */
export function stanceEdits(
  said: Said,
  recipe: Recipe,
  mood: Expression = recipe.expression ?? 'neutral',
): readonly Edit[] {
  const edits = new Map<string, Edit>();
  const put = (edit: Edit) => {
    if ('set' in edit) edits.set(edit.set, edit);
  };
  said.person.stance.forEach(put);
  const felt = said.moodSteps.reduce(moodAfter, mood);
  if (said.moodSteps.length > 0) put({ set: 'expression', to: felt });
  for (const { value, isDenied } of mentionsOf(said.mentions, 'pose')) {
    const pose = value.value;
    if (isDenied) continue;
    if ('mirrored' in pose) {
      const now = recipe.pose?.yaw ?? 0;
      if (now !== 0) put({ set: 'pose.yaw', to: -now });
    } else if ('yaw' in pose) put({ set: 'pose.yaw', to: pose.yaw });
    else if ('turnBy' in pose) {
      const yaw = (recipe.pose?.yaw ?? 0) + pose.turnBy;
      put({ set: 'pose.yaw', to: Math.max(-MOST_YAW, Math.min(MOST_YAW, yaw)) });
    } else if ('framing' in pose) put({ set: 'pose.framing', to: pose.framing });
    else if ('closer' in pose && !edits.has('pose.framing'))
      put({ set: 'pose.framing', to: nextFraming(recipe, pose.closer) });
    else if ('gesture' in pose) put({ set: 'pose.gesture', to: pose.gesture });
  }
  return [...edits.values()];
}

/** A gesture is seen from half the body on: whoever is shown close up is shown to the waist for it. */
export function withRoomForHands(edits: readonly Edit[], framing: Framing | undefined): readonly Edit[] {
  const sets = (path: string) => edits.find((edit) => 'set' in edit && edit.set === path);
  const gesture = sets('pose.gesture');
  const isShown = gesture !== undefined && 'to' in gesture && gesture.to !== 'none' && gesture.to !== null;
  if (!isShown || framing !== 'close_up' || sets('pose.framing')) return edits;
  return [...edits, { set: 'pose.framing', to: 'half_body' }];
}

/** Of a character that is measured from a photo. */
export const MEASURED_FRAMING: Framing = 'close_up';

const FRAMINGS = ['full_body', 'half_body', 'close_up'] as const;

function nextFraming({ pose, subject }: Recipe, closer: number): (typeof FRAMINGS)[number] {
  const usual = subject === 'photo' ? MEASURED_FRAMING : 'half_body';
  const at = FRAMINGS.indexOf(pose?.framing ?? usual) + closer;
  return FRAMINGS[Math.max(0, Math.min(FRAMINGS.length - 1, at))];
}

/** Words that turn the head farther than it is drawn. */
export const turnedTooFar = (said: Said): string | undefined =>
  mentionsOf(said.mentions, 'pose').find(({ value, isDenied }) => !isDenied && 'beyond' in value.value)
    ?.words;
