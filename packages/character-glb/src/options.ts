import { MAX_SEED } from '@avatar/character';
import { choiceOption, integerOption, invalidOption, knownOptions } from '@avatar/stage';

const COMPRESSIONS = ['none', 'meshopt'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

const FORMATS = ['glb', 'vrm'] as const;
export type BustFormat = (typeof FORMATS)[number];

export interface GlbOptions {
  /** Decides what the spec leaves open, unless the spec has a seed: 0 to 4294967295. Default 0. */
  readonly seed?: number;
  /**
   * `none`: core glTF 2.0, about 1.7 MB. `meshopt`: less than half of it, for viewers with `EXT_meshopt_compression` and
   * `KHR_mesh_quantization`, as three.js and Babylon.js are. Default `none`.
   */
  readonly compression?: Compression;
  /**
   * `vrm`, experimental: with the extension `VRMC_vrm` of VRM 1.0, for its viewers. The bones of arms and legs carry nothing, face and
   * head are at rest. Not with `meshopt`, which few of them read. Default `glb`.
   */
  readonly format?: BustFormat;
  /** Name of the topmost node, 1 to 64 letters, digits, spaces, `_` or `-`. Default `Avatar`. */
  readonly name?: string;
}

const NAME = /^[\p{L}\p{N} _-]{1,64}$/u;

/** Fills in the defaults. @throws AvatarError `invalid-options` */
export function checkOptions(options: GlbOptions): Required<GlbOptions> {
  knownOptions('toGlb', options, ['seed', 'compression', 'format', 'name']);
  const format = choiceOption('format', options.format ?? 'glb', FORMATS);
  if (format === 'vrm' && options.compression === 'meshopt')
    throw invalidOption('none in a vrm', 'compression', 'meshopt');
  const name: unknown = options.name ?? 'Avatar';
  if (typeof name !== 'string' || !NAME.test(name))
    throw invalidOption('1 to 64 letters, digits, spaces, _ or -', 'name', name);
  return {
    seed: integerOption('seed', options.seed ?? 0, 0, MAX_SEED),
    compression: choiceOption('compression', options.compression ?? 'none', COMPRESSIONS),
    format,
    name,
  };
}
