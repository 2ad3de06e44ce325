import { cutPlanar } from '@avatar/image';
import { isSquare, type PictureSize } from '@avatar/stage';
import type { Backdrop } from '../backdrop.js';

/** What of a scene's height stays where it is: its horizon, about. */
const HORIZON = 0.56;

/**
 * A scene, which is composed for a square, seen through a window of another shape: a square of the longer side is drawn,
 * and the part of it around horizon and middle is shown.
 */
export async function inView(
  size: PictureSize,
  draw: (sidePx: number) => Backdrop | Promise<Backdrop>,
): Promise<Backdrop> {
  const { widthPx, heightPx } = size;
  const sidePx = Math.max(widthPx, heightPx);
  const scene = await draw(sidePx);
  if (isSquare(size)) return scene;
  const window = {
    x: Math.round((sidePx - widthPx) / 2),
    y: Math.round((sidePx - heightPx) * HORIZON),
    width: widthPx,
    height: heightPx,
  };
  return { ...scene, image: cutPlanar(scene.image, window) };
}
