import type { CharacterSpec } from '@avatar/character';
import { drawCharacter } from '@avatar/character-draw';
import type { DrawRequest } from './draw-request.js';

/** The picture as the bytes of an SVG document, on one of the grounds that vectors have. */
export async function svgPicture(
  character: CharacterSpec,
  { look, background, size }: DrawRequest,
): Promise<Uint8Array> {
  const ground = background === undefined ? 'own' : 'none';
  const { picture } = await drawCharacter(character, { look, size, background: ground, format: 'svg' });
  const svg = background?.kind === 'colour' ? onColour(picture, background.token) : picture;
  return new TextEncoder().encode(svg);
}

/** Puts a flat colour behind everything. */
const onColour = (svg: string, colour: string): string =>
  svg.replace('>', `><rect width="100%" height="100%" fill="${colour}"/>`);
