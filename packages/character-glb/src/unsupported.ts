import type { CharacterSpec, FilledCharacter } from '@avatar/character';
import { notDrawn } from '@avatar/character-draw';

/** A bust stands at rest: what of a pose and an expression has no place in the file. */
const AT_REST = {
  expression: 'neutral',
  'pose.gesture': 'none',
  'pose.yaw': 0,
  'pose.pitch': 0,
  'pose.roll': 0,
} as const;

/** What the spec asks for and the file has nothing for, as `path=value`. */
export function unsupportedIn(spec: CharacterSpec, character: FilledCharacter): string[] {
  const missing = [...notDrawn(spec, 'toon3d', character.seed)];
  const asked = {
    expression: spec.expression,
    'pose.gesture': spec.pose?.gesture,
    'pose.yaw': spec.pose?.yaw,
    'pose.pitch': spec.pose?.pitch,
    'pose.roll': spec.pose?.roll,
  };
  for (const path of Object.keys(AT_REST) as (keyof typeof AT_REST)[])
    if (asked[path] !== undefined && asked[path] !== AT_REST[path]) missing.push(`${path}=${asked[path]}`);
  if (spec.pose?.framing === 'full_body') missing.push('pose.framing=full_body');
  return missing;
}
