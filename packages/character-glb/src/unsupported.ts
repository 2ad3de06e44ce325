import type { CharacterSpec, FilledCharacter } from '@avatar/character';
import { notDrawn, type ToonModel } from '@avatar/character-draw';

/**
 * What the spec asks for and the file has nothing for, as `path=value`: a bust has no arms, no legs, and no helmet of
 * glass.
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
  if (bubble !== undefined) missing.push(`headwear.style=${character.headwear.style}`);
  return missing;
}
