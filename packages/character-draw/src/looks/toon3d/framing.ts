import type { FilledCharacter } from '@avatar/character';
import type { Point2 } from '@avatar/vector';
import { placedIn, wholeFigureIn, type Canvas } from '../../rig/canvas.js';
import { HEMS } from './legs/legs.js';
import { mix } from './render/maths.js';

/** How far the ground lies below the middle of the head, in head units. */
const FLOOR = 12.3;

/** Scale and place of the head in a canvas, so that the figure fits. */
export interface ToonFraming {
  readonly scale: number;
  readonly centre: Point2;
  /** Lowest height of the body that the picture shows, in head units. */
  readonly bottom: number;
}

/** How far a hat or a haircut stands over the head, 0 to 1. */
function heightOver({ headwear, hair }: FilledCharacter): number {
  switch (headwear.style) {
    case 'wizard_hat':
      return 1;
    case 'beanie':
      return headwear.plume ? 0.45 : 0.15;
    case 'fedora':
    case 'crown':
    case 'hood':
      return 0.35;
    case 'helmet':
      return headwear.plume ? 0.45 : 0.25;
    case 'none':
    case 'headphones':
      return hair.style === 'top_bun'
        ? 0.5
        : hair.style === 'mohawk' || hair.style === 'bun'
          ? 0.35
          : hair.style === 'quiff'
            ? 0.15
            : hair.style === 'afro'
              ? 0.5 * hair.volume
              : 0;
    default:
      return 0.1;
  }
}

/** Clothes that need room beside the head. */
const WIDE = ['armor', 'cloak', 'spacesuit'];

export function framingOf(character: FilledCharacter, canvas: Canvas): ToonFraming {
  const { framing, gesture } = character.pose;
  const tall = heightOver(character);
  const hem = HEMS[character.clothing.style];
  if (framing === 'full_body') return { ...wholeFigureIn(canvas, 1.8 + 1.5 * tall, FLOOR), bottom: hem };
  const place = (scale: number, y: number): ToonFraming => ({
    scale,
    centre: placedIn(canvas, framing === 'close_up' ? 'close_up' : 'half_body', y),
    // A high canvas shows the hem.
    bottom: canvas.height > canvas.width ? hem : (canvas.height - y) / scale + 0.5,
  });
  if (framing === 'close_up') return place(mix(165, 140, tall), mix(425, 470, tall));
  if (gesture !== 'none') return place(mix(101, 90, tall), mix(285, 335, tall));
  if (WIDE.includes(character.clothing.style)) return place(mix(118, 108, tall), mix(376, 420, tall));
  return place(mix(147, 120, tall), mix(396, 466, tall));
}
