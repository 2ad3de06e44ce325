import { fillCharacter, type CharacterSpec, type FilledCharacter } from '@avatar/character';
import { clamp } from '@avatar/image';
import { choiceOption, integerOption, type RasterImage } from '@avatar/stage';
import type { DrawnCharacter } from '../draw-character.js';
import { checkOptions, type DrawCharacterOptions } from '../options.js';
import { EXPRESSION_SHAPES, type ExpressionShape } from '../rig/index.js';
import { LOOP_S, MOTION_NAMES, MOTIONS, type Motion, type MotionMoment } from './motions.js';

export interface AnimateCharacterOptions extends Omit<DrawCharacterOptions, 'format' | 'sizePx' | 'size'> {
  /** What the person does. A wave replaces the gesture of the spec, a laugh its expression. */
  readonly motion: Motion;
  /** Side of the square picture, 64 to 512. Default 320. */
  readonly sizePx?: number;
  /** Pictures in a second, 5 to 20. Default 20. */
  readonly framesPerSecond?: number;
  readonly signal?: AbortSignal | undefined;
}

/** One picture of a loop, and how long it stands. */
export interface AnimationFrame {
  readonly picture: RasterImage;
  readonly durationMs: number;
}

/** A person in motion: a loop of 2 s that ends as it began. */
export interface AnimatedCharacter extends Pick<DrawnCharacter, 'character' | 'unsupported'> {
  readonly frames: readonly AnimationFrame[];
}

/** The head turns no further than in a still picture, degrees. */
const MAX_PITCH = 12;
const MAX_ROLL = 15;

/**
 * Draws a person in motion, from the rig of the still pictures. The same spec, options and seed give the same pixels.
 *
 * @throws AvatarError `invalid-options`; the signal's reason once it is aborted
 */
export async function animateCharacter(
  spec: CharacterSpec,
  { motion, sizePx = 320, framesPerSecond = 20, signal, ...drawing }: AnimateCharacterOptions,
): Promise<AnimatedCharacter> {
  const plan = MOTIONS[choiceOption('motion', motion, MOTION_NAMES)];
  integerOption('sizePx', sizePx, 64, 512);
  integerOption('framesPerSecond', framesPerSecond, 5, 20);
  const { look, background, size, seed } = checkOptions({ ...drawing, sizePx, format: 'raster' });
  const { pose, expression, framing } = drawing;
  const gesture = 'gesture' in plan ? { gesture: plan.gesture } : {};
  const character = fillCharacter(
    {
      ...spec,
      ...(expression && { expression }),
      pose: { ...spec.pose, ...pose, ...(framing && { framing }), ...gesture },
    },
    seed,
  );
  const rest = restOf(character);
  const drawn = new Map<string, RasterImage>();
  const frames: AnimationFrame[] = [];
  const count = Math.round(LOOP_S * framesPerSecond);
  for (let i = 0; i < count; i++) {
    const moment = plan.at((i / count) * LOOP_S, rest);
    const key = JSON.stringify(moment);
    let picture = drawn.get(key);
    if (picture === undefined) {
      signal?.throwIfAborted();
      picture = await look.raster({ character: turned(character, moment), background, size, moment });
      drawn.set(key, picture);
    }
    const durationMs =
      Math.round(((i + 1) * 1000 * LOOP_S) / count) - Math.round((i * 1000 * LOOP_S) / count);
    const last = frames.at(-1);
    if (last?.picture === picture)
      frames[frames.length - 1] = { picture, durationMs: last.durationMs + durationMs };
    else frames.push({ picture, durationMs });
  }
  return { frames, character, unsupported: look.unsupported(spec, character) };
}

/** Shut eyes cannot blink: who laughs all the time smiles here. */
function restOf({ expression }: FilledCharacter): ExpressionShape {
  const shape = EXPRESSION_SHAPES[expression];
  return shape.lid > 0.05 ? shape : EXPRESSION_SHAPES.smile;
}

function turned(character: FilledCharacter, { pitch, roll }: MotionMoment): FilledCharacter {
  const { pose } = character;
  return {
    ...character,
    pose: {
      ...pose,
      pitch: clamp(pose.pitch + pitch, -MAX_PITCH, MAX_PITCH),
      roll: clamp(pose.roll + roll, -MAX_ROLL, MAX_ROLL),
    },
  };
}
