import { createCatalogue, platformByToken, type Platform, type Style } from '@avatar/styles';
import type { CliIo } from '../cli-io.js';
import { stylesOfFile } from '../style-file-option.js';
import type { GenerateFlags } from './flags.js';

/** What a picture will be, as far as the command line says it. */
export interface AskedStyle {
  readonly style: Style;
  readonly platform: Platform;
  /** The styles that the caller brings. */
  readonly own: readonly Style[];
}

/** A style of the caller's is used unless another is asked for. @throws AvatarError `invalid-options` */
export async function askedStyle(
  { style, styleFile, platform }: Pick<GenerateFlags, 'style' | 'styleFile' | 'platform'>,
  io: CliIo,
): Promise<AskedStyle> {
  const own = await stylesOfFile(styleFile, io);
  const asked = platformByToken(platform ?? 'custom');
  const token = style ?? own[0]?.token ?? asked.defaultStyle;
  return { style: createCatalogue({ styles: own }).resolve(token), platform: asked, own };
}
