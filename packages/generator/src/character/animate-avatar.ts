import { MAX_SEED } from '@avatar/character';
import {
  animateCharacter,
  LOOK_NAMES,
  MOTION_NAMES,
  type AnimateCharacterOptions,
} from '@avatar/character-draw';
import { encodeAnimatedPng, encodeAnimatedWebp } from '@avatar/image';
import { choiceOption, integerOption, invalidOption, knownOptions } from '@avatar/stage';
import { backgroundByToken } from '@avatar/styles';
import {
  ANIMATION_FORMATS,
  type AnimationOptions,
  type CharacterAnimationResult,
} from './animation-options.js';
import { OWN_GROUND } from './draw-request.js';
import { notInLook } from './not-in-look.js';
import { readPerson, type CharacterInput } from './read-person.js';

const KNOWN: readonly (keyof AnimationOptions)[] = [
  'animate',
  'format',
  'look',
  'edits',
  'pose',
  'expression',
  'framing',
  'background',
  'sizePx',
  'seed',
  'signal',
];
const MAX_BYTES = 500_000;
/** Every picture of a PNG is stored without loss, so there are fewer of them. */
const FRAMES_PER_SECOND = { webp: 20, apng: 12 } as const;
const ENCODERS = { webp: encodeAnimatedWebp, apng: encodeAnimatedPng } as const;

/** Reads who is drawn, and draws them in motion. */
export async function animateAvatar(
  who: CharacterInput,
  options: AnimationOptions,
): Promise<CharacterAnimationResult> {
  const startedMs = performance.now();
  knownOptions('draw with animate', options, KNOWN);
  const motion = choiceOption('animate', options.animate, MOTION_NAMES);
  const format = choiceOption('format', options.format ?? 'webp', ANIMATION_FORMATS);
  const look = choiceOption('look', options.look ?? 'toon3d', LOOK_NAMES);
  const sizePx = integerOption('sizePx', options.sizePx ?? 320, 64, 512);
  const seed = options.seed === undefined ? undefined : integerOption('seed', options.seed, 0, MAX_SEED);
  const background = groundOf(options.background ?? OWN_GROUND);
  const { character, understood, unsupported } = readPerson(who, options, seed);
  const { frames, unsupported: undrawn } = await animateCharacter(character, {
    look,
    motion,
    background,
    sizePx,
    framesPerSecond: FRAMES_PER_SECOND[format],
    signal: options.signal,
  });
  const { bytes, pictures } = await ENCODERS[format](frames, MAX_BYTES);
  options.signal?.throwIfAborted();
  if (bytes.length > MAX_BYTES) throw invalidOption('a smaller picture', `sizePx of this ${format}`, sizePx);
  return {
    origin: 'character',
    delivered: 'avatar',
    bytes,
    format,
    animate: motion,
    frames: pictures,
    durationMs: frames.reduce((sum, { durationMs }) => sum + durationMs, 0),
    width: sizePx,
    height: sizePx,
    look,
    character,
    understood,
    unsupported: [...unsupported, ...undrawn.map(notInLook)],
    seed: character.seed,
    latencyMs: performance.now() - startedMs,
  };
}

function groundOf(token: string): AnimateCharacterOptions['background'] & string {
  if (token === OWN_GROUND) return 'own';
  const ground = backgroundByToken(token);
  if (ground.kind === 'transparent') return 'none';
  if (ground.kind === 'colour') return ground.token.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3') as `#${string}`;
  throw invalidOption('own, transparent or #rrggbb', 'background of an animation', token);
}
