import { extname } from 'node:path';
import type {
  AnimationOptions,
  CharacterAnimationResult,
  CharacterInput,
  DrawOptions,
} from '@avatar/generator';
import type { Motion } from '@avatar/character-draw';
import { writeFileAtomic } from '@avatar/save';
import { invalidOption } from '@avatar/stage';
import { describeDrawn } from '../describe-character.js';
import { duration, printJson } from '../print.js';
import type { Session } from '../session.js';
import { onlyGiven } from './only-given.js';

const FORMATS: Readonly<Record<string, AnimationOptions['format']>> = { '.webp': 'webp', '.png': 'apng' };

/** @throws AvatarError `invalid-options` for a file that is neither WebP nor PNG */
function animationFormat(out: string): AnimationOptions['format'] {
  const format = FORMATS[extname(out).toLowerCase()];
  if (format === undefined) throw invalidOption('a file that ends in .webp or .png', '--out', extname(out));
  return format;
}

/** Writes a person in motion. What only still pictures have is refused by the generator. */
export async function drawAnimation(
  who: CharacterInput,
  options: DrawOptions,
  { animate, out, json }: { readonly animate: Motion; readonly out: string; readonly json: boolean },
  io: Session,
): Promise<void> {
  await using generator = await io.createGenerator({});
  const wishes = { ...onlyGiven(options), animate, format: animationFormat(out), signal: io.signal };
  const result = await generator.draw(who, wishes as AnimationOptions);
  io.signal.throwIfAborted();
  await writeFileAtomic(out, result.bytes);
  if (json) printJson(io, animationReport(result, out));
  else {
    const size = `${result.width} x ${result.height}, ${duration(result.durationMs)}`;
    io.tell(describeDrawn({ ...result, size }, out, io));
  }
}

/** What `draw --animate --json` prints. Keys are snake_case, as in the HTTP API. */
const animationReport = (result: CharacterAnimationResult, path: string) => ({
  look: result.look,
  animate: result.animate,
  output: {
    path,
    format: result.format,
    width: result.width,
    height: result.height,
    frames: result.frames,
    duration_ms: result.durationMs,
    bytes: result.bytes.length,
  },
  character: result.character,
  understood: result.understood,
  unsupported: result.unsupported,
  seed: result.seed,
  latency_ms: Math.round(result.latencyMs),
});
