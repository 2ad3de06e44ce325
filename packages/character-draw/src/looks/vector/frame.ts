import type { FilledCharacter } from '@avatar/character';
import { mix } from '@avatar/image';
import type { Point2 } from '@avatar/vector';
import { placedIn, wholeFigureIn, type Canvas } from '../../rig/canvas.js';

/** How large the head is drawn and where it stands. */
export interface Frame {
  /** Canvas units to a head unit. */
  readonly scale: number;
  readonly centre: Point2;
}

/** How far the ground lies below the middle of the head, in head units. */
const FLOOR = 12.3;

/** How far headwear and hair rise over the head: 1 for a wizard's hat. */
function height({ headwear, hair }: FilledCharacter): number {
  switch (headwear.style) {
    case 'wizard_hat':
      return 1;
    case 'fedora':
      return 0.35;
    case 'crown':
      return 0.3;
    case 'helmet':
      return headwear.plume ? 0.72 : 0.15;
    case 'hood':
    case 'turban':
      return 0.15;
    case 'none':
    case 'headphones':
      break;
    default:
      return 0;
  }
  switch (hair.style) {
    case 'top_bun':
    case 'mohawk':
      return 0.4;
    case 'half_up':
      return 0.3;
    case 'bun':
      return 0.25;
    case 'afro':
      return hair.volume * 0.5;
    default:
      return 0;
  }
}

export function frameFor(character: FilledCharacter, canvas: Canvas): Frame {
  const { framing, gesture } = character.pose;
  const tall = height(character);
  const place = (scale: number, y: number): Frame => ({
    scale,
    centre: placedIn(canvas, framing === 'close_up' ? 'close_up' : 'half_body', y),
  });
  // Full hair rises so high too.
  if (framing === 'full_body') return wholeFigureIn(canvas, 2.4 + 1.5 * tall, FLOOR);
  if (framing === 'close_up') return place(mix(158, 118, tall), mix(415, 455, tall));
  if (gesture !== 'none') return place(mix(100, 88, tall), 272 + tall * 70);
  return place(mix(134, 110, tall), mix(382, 452, tall));
}
