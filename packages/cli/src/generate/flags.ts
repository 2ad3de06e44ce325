import type { FailPolicy, GenerateOptions, Mode } from '@avatar/generator';
import type { RasterFormat } from '@avatar/stage';
import { NAMED_SIZES_PX } from '@avatar/styles';
import type { SizeFlag } from '../commands/option-values.js';

/** The options of `avatar generate`, as they were given. */
export interface GenerateFlags {
  readonly style?: string;
  readonly styleFile?: string;
  readonly platform?: string;
  readonly background?: string;
  readonly backgroundImage?: string;
  readonly backgroundBlur?: number;
  readonly palette?: string;
  readonly size?: SizeFlag;
  readonly mode?: Mode;
  readonly hd?: boolean;
  readonly smile?: number;
  readonly yaw?: number;
  readonly intensity?: number;
  readonly seed?: number;
  readonly minLikeness?: number;
  readonly onFail?: FailPolicy;
  readonly filesFrom?: string;
  readonly out?: string;
  readonly outDir?: string;
  readonly name?: string;
  readonly jobs?: number;
  readonly skipExisting?: boolean;
  readonly format?: RasterFormat;
  readonly quality?: number;
  readonly thumbnail?: string;
  readonly character?: string;
  readonly json?: boolean;
}

/** Only the flags that were given: the generator knows the defaults. */
export const generateOptions = (flags: GenerateFlags): GenerateOptions => ({
  platform: flags.platform,
  background: flags.background,
  backgroundBlur: flags.backgroundBlur,
  palette: flags.palette,
  mode: flags.mode,
  ...(flags.hd ? { sizePx: NAMED_SIZES_PX.hd } : flags.size),
  smile: flags.smile,
  yawDeg: flags.yaw,
  intensity: flags.intensity,
  seed: flags.seed,
  minLikeness: flags.minLikeness,
  onFail: flags.onFail,
  quality: flags.quality,
});
