import type { FilledCharacter } from '@avatar/character';
import { mix } from '@avatar/image';
import type { Point2 } from '@avatar/vector';

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

export function frameFor(character: FilledCharacter): Frame {
  const { framing, gesture } = character.pose;
  const tall = height(character);
  if (framing === 'full_body') {
    // Full hair rises so high too.
    const over = 2.4 + 1.5 * tall;
    const scale = 760 / (over + FLOOR);
    return { scale, centre: [400, over * scale + 8] };
  }
  if (framing === 'close_up') return { scale: mix(158, 118, tall), centre: [400, mix(415, 455, tall)] };
  if (gesture !== 'none') return { scale: mix(100, 88, tall), centre: [400, 272 + tall * 70] };
  return { scale: mix(134, 110, tall), centre: [400, mix(382, 452, tall)] };
}
