import type { CharacterInput, CharacterModelResult, DrawOptions, ModelOptions } from '@avatar/generator';
import { writeFileAtomic } from '@avatar/save';
import { describeDrawn } from '../describe-character.js';
import { printJson } from '../print.js';
import type { Session } from '../session.js';
import { onlyGiven } from './only-given.js';

/** Writes a person as a 3-D bust. What only pictures have is refused by the generator. */
export async function drawModel(
  who: CharacterInput,
  options: DrawOptions,
  {
    format,
    compression,
    out,
    json,
  }: Pick<ModelOptions, 'format' | 'compression'> & { readonly out: string; readonly json: boolean },
  io: Session,
): Promise<void> {
  await using generator = await io.createGenerator({});
  const wishes = { ...onlyGiven({ ...options, compression }), format, signal: io.signal };
  const result = await generator.draw(who, wishes as ModelOptions);
  io.signal.throwIfAborted();
  await writeFileAtomic(out, result.bytes);
  if (json) printJson(io, modelReport(result, out));
  else {
    const size = `${result.triangles} triangles`;
    io.tell(describeDrawn({ ...result, size, leftOut: 'not in the file' }, out, io));
  }
}

/** What `draw --json` prints of a bust. Keys are snake_case, as in the HTTP API. */
const modelReport = (result: CharacterModelResult, path: string) => ({
  look: result.look,
  output: { path, format: result.format, triangles: result.triangles, bytes: result.bytes.length },
  character: result.character,
  understood: result.understood,
  unsupported: result.unsupported,
  seed: result.seed,
  latency_ms: Math.round(result.latencyMs),
});
