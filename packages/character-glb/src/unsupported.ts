import type { CharacterSpec, FilledCharacter } from '@avatar/character';
import { notDrawn, type ToonModel } from '@avatar/character-draw';
import type { BustFormat } from './options.js';

/**
 * What the spec asks for and the file has nothing for, as `path=value`: a bust has no arms, no legs, and no helmet of
 * glass; a VRM is at rest as well.
 */
export function unsupportedIn(
  spec: CharacterSpec,
  character: FilledCharacter,
  { bubble }: ToonModel['outfit'],
  format: BustFormat,
): string[] {
  const missing = [...notDrawn(spec, 'toon3d', character.seed)];
  const { gesture, framing } = spec.pose ?? {};
  if (gesture !== undefined && gesture !== 'none') missing.push(`pose.gesture=${gesture}`);
  if (framing === 'full_body') missing.push('pose.framing=full_body');
  if (bubble !== undefined) missing.push(`headwear.style=${character.headwear.style}`);
  if (format === 'vrm') missing.push(...atRest(spec));
  return missing;
}

function atRest({ expression = 'neutral', pose = {} }: CharacterSpec): string[] {
  const turns = (['yaw', 'pitch', 'roll'] as const).filter((turn) => (pose[turn] ?? 0) !== 0);
  return [
    ...(expression === 'neutral' ? [] : [`expression=${expression}`]),
    ...turns.map((turn) => `pose.${turn}=${pose[turn]}`),
  ];
}
