import { MAX_SEED } from '@avatar/character';
import { choiceOption, integerOption, knownOptions } from '@avatar/stage';
import type { CharacterModelResult, ModelOptions } from './model-options.js';
import { notInLook } from './not-in-look.js';
import { readPerson, type CharacterInput } from './read-person.js';

const KNOWN: readonly (keyof ModelOptions)[] = [
  'format',
  'look',
  'edits',
  'pose',
  'expression',
  'seed',
  'compression',
  'signal',
];

/** Reads who is modelled, and models them. */
export async function modelAvatar(who: CharacterInput, options: ModelOptions): Promise<CharacterModelResult> {
  const startedMs = performance.now();
  const { format } = options;
  knownOptions(`draw as ${format}`, options, KNOWN);
  choiceOption(`look of a ${format}`, options.look ?? 'toon3d', ['toon3d']);
  const seed = options.seed === undefined ? undefined : integerOption('seed', options.seed, 0, MAX_SEED);
  const { edits, pose, expression, compression } = options;
  const { character, understood, unsupported } = readPerson(who, { edits, pose, expression }, seed);
  options.signal?.throwIfAborted();
  // Loaded when the first one is modelled: whoever draws only pictures has no use for it.
  const { toGlb } = await import('@avatar/character-glb');
  const model = await toGlb(character, {
    format,
    seed: seed ?? character.seed,
    ...(compression !== undefined && { compression }),
  });
  options.signal?.throwIfAborted();
  return {
    origin: 'character',
    delivered: 'avatar',
    format,
    bytes: model.bytes,
    triangles: model.triangles,
    look: 'toon3d',
    character,
    understood,
    unsupported: [...unsupported, ...model.unsupported.map(notInLook)],
    seed: character.seed,
    latencyMs: performance.now() - startedMs,
  };
}
