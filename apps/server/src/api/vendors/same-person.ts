import type { CharacterEdit, PoseSpec } from '@avatar/character';
import { editsFrom } from '@avatar/character';
import type { ReadWords } from '../../generations/index.js';

/** Turns of the head, in degrees, in which one person is shown by several pictures. The first is as was asked for. */
const TURNS: readonly PoseSpec[] = [
  {},
  { yaw: 14 },
  { yaw: -14 },
  { yaw: 6, roll: 5 },
  { yaw: 22 },
  { yaw: -22 },
  { yaw: 8, pitch: 5 },
  { yaw: -8, roll: -5 },
];

/** How the picture of that index shows the same person, unless it was said how the head is turned. */
export function turnOf(index: number, { spec }: Pick<ReadWords, 'spec'>): PoseSpec {
  return spec.pose?.yaw === undefined ? TURNS[index % TURNS.length] : {};
}

/** What words change of a person who is known already. */
export const editsOf = ({ spec }: Pick<ReadWords, 'spec'>): readonly CharacterEdit[] => editsFrom(spec);
