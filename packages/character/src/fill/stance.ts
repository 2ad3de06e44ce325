import type { CharacterSpec } from '../character-spec.js';
import type { FilledCharacter } from '../filled-character.js';
import type { Expression } from '../values/pose.js';
import type { Chance } from './chance.js';

const round = (degrees: number) => Math.round(degrees * 10) / 10;

export const expressionBy = (chance: Chance): Expression =>
  chance.pick('expression', { slight_smile: 6, smile: 3, neutral: 2 });

/** A natural stance, a little turned; who asks for a turn or a gesture gets the head straight otherwise. */
export function poseOf(given: CharacterSpec['pose'], chance: Chance): FilledCharacter['pose'] {
  const asked = given?.yaw !== undefined || (given?.gesture ?? 'none') !== 'none';
  const side = chance.happens('pose.side', 0.5) ? 1 : -1;
  const sway = (question: string, reach: number) => (chance.share(question) - 0.5) * 2 * reach;
  const free = (degrees: number) => (asked ? 0 : round(degrees));
  return {
    yaw: given?.yaw ?? free(side * (6 + 8 * chance.share('pose.yaw'))),
    pitch: given?.pitch ?? free(sway('pose.pitch', 2)),
    roll: given?.roll ?? free(side * 1 + sway('pose.roll', 2)),
    gesture: given?.gesture ?? 'none',
    framing: given?.framing ?? 'half_body',
  };
}
