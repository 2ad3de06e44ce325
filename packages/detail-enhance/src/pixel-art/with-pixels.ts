import type { Avatar } from '@avatar/stage';
import type { PixelParameters } from '@avatar/styles';
import { pixelArt } from './pixel-art.js';

/** The avatar as pixel art, where the style asks for it. */
export function withPixels(avatar: Avatar, pixels: PixelParameters | undefined, intensity: number): Avatar {
  if (pixels === undefined) return avatar;
  const art = pixelArt({ image: avatar.image, alpha: avatar.alpha ?? avatar.person, pixels, intensity });
  if (art === undefined) return avatar;
  return { ...avatar, image: art.image, ...(avatar.alpha && { alpha: art.person }) };
}
