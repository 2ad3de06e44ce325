import { fillCharacter, type CharacterSpec, type FilledCharacter } from '@avatar/character';
import { modelBust } from './bust/model-bust.js';
import { writeBust } from './gltf/write-bust.js';
import { detailOf } from './mesh/detail.js';
import { simplified } from './mesh/simplify.js';
import { checkOptions, type GlbOptions } from './options.js';
import { dress } from './texture/dress.js';
import { unsupportedIn } from './unsupported.js';

/** A person as a file of glTF 2.0. */
export interface CharacterGlb {
  /** `model/gltf-binary`; of a VRM as well, which ends in `.vrm`. */
  readonly bytes: Uint8Array;
  /** Who was modelled, with all that the seed decided. */
  readonly character: FilledCharacter;
  /** What the spec asks for and the file has nothing for, as `path=value`. Empty where everything is there. */
  readonly unsupported: readonly string[];
  /** Triangles of all meshes together. */
  readonly triangles: number;
}

/**
 * Models a person as a bust: separate named meshes with materials, bones from the hips to the eyes, metres, y up, facing along
 * positive z. Core glTF 2.0. The same spec and options give the same bytes.
 *
 * @throws AvatarError `invalid-options` for a spec or an option that is none
 */
export async function toGlb(spec: CharacterSpec, options: GlbOptions = {}): Promise<CharacterGlb> {
  const { seed, ...file } = checkOptions(options);
  const character = fillCharacter(spec, seed);
  const bust = modelBust(character);
  const meshes = dress(bust, await Promise.all(bust.meshes.map((mesh) => simplified(mesh, detailOf(mesh)))));
  return {
    bytes: await writeBust(bust.model.figure, meshes, character, file),
    character,
    unsupported: unsupportedIn(spec, character, bust.model.outfit, file.format),
    triangles: meshes.reduce((sum, { indices }) => sum + indices.length / 3, 0),
  };
}
