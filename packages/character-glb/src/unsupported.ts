import type { CharacterSpec, FilledCharacter } from '@avatar/character';
import { notDrawn } from '@avatar/character-draw';

/** What the spec asks for and the file has nothing for, as `path=value`: a bust has no arms and no legs. */
export function unsupportedIn(spec: CharacterSpec, character: FilledCharacter): string[] {
  const missing = [...notDrawn(spec, 'toon3d', character.seed)];
  const { gesture, framing } = spec.pose ?? {};
  if (gesture !== undefined && gesture !== 'none') missing.push(`pose.gesture=${gesture}`);
  if (framing === 'full_body') missing.push('pose.framing=full_body');
  return missing;
}
