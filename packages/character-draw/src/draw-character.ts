import { fillCharacter, type CharacterSpec, type FilledCharacter } from '@avatar/character';
import { encodePng } from '@avatar/image';
import type { RasterImage } from '@avatar/stage';
import { checkOptions, type DrawCharacterOptions, type PictureFormat } from './options.js';

/** A picture in each format. */
export interface Pictures {
  readonly png: Uint8Array;
  readonly svg: string;
  readonly raster: RasterImage;
}

/** A drawn person. */
export interface DrawnCharacter<Format extends PictureFormat = PictureFormat> {
  readonly picture: Pictures[Format];
  /** Who was drawn, with all that the seed decided. */
  readonly character: FilledCharacter;
  /** What the spec asks for and the look has nothing for, as `path=value`. Empty where everything is drawn. */
  readonly unsupported: readonly string[];
}

/**
 * Draws a person. The same spec, options and seed give the same bytes.
 *
 * @throws AvatarError `invalid-options` for a spec or an option that cannot be drawn
 */
export async function drawCharacter<Format extends PictureFormat = 'png'>(
  spec: CharacterSpec,
  options: DrawCharacterOptions & { readonly format?: Format },
): Promise<DrawnCharacter<Format>> {
  const { look, format, background, size, seed } = checkOptions(options);
  const { pose, expression, framing } = options;
  const character = fillCharacter(
    {
      ...spec,
      ...(expression && { expression }),
      pose: { ...spec.pose, ...pose, ...(framing && { framing }) },
    },
    seed,
  );
  const request = { character, background, size };
  const drawn = { character, unsupported: look.unsupported(spec, character) };
  if (format === 'svg') return { ...drawn, picture: (look.svg?.(request) ?? '') as Pictures[Format] };
  const raster = await look.raster(request);
  const picture = format === 'raster' ? raster : await encodePng(raster);
  return { ...drawn, picture: picture as Pictures[Format] };
}
