import type { CharacterSpec, FilledCharacter } from '@avatar/character';
import { notDrawn, type ToonModel } from '@avatar/character-draw';

/**
 * What the spec asks for and the file has nothing for, or not all of it, as `path=value`: a bust has no arms and no legs, and
 * no glass around the head.
 */
export function unsupportedIn(
  spec: CharacterSpec,
  character: FilledCharacter,
  { bubble }: ToonModel['outfit'],
): string[] {
  const missing = [...notDrawn(spec, 'toon3d', character.seed)];
  const { gesture, framing } = spec.pose ?? {};
  if (gesture !== undefined && gesture !== 'none') missing.push(`pose.gesture=${gesture}`);
  if (framing === 'full_body') missing.push('pose.framing=full_body');
  if (bubble !== undefined) missing.push(`clothing.style=${character.clothing.style}`);
  return missing;
}
