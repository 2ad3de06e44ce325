import { ramp } from '@avatar/image';
import type { ClothingStyle } from '@avatar/character';
import { distance, hexOf } from '../crop/colour-sample.js';
import type { ClothingMeasure } from '../measure/clothing.js';
import { reading, type Reading, type Readings } from './reading.js';

/** Main colour, second colour and, where enough is seen, the kind of clothes. */
export function judgeClothing(measure: ClothingMeasure | undefined, isVeiled: boolean): Readings {
  if (measure === undefined) return {};
  const { main, second, count } = measure;
  return {
    'clothing.style': styleOf(measure, isVeiled),
    'clothing.hex': reading(hexOf(main.lab), ramp(80, 1500, count) * (0.4 + 0.6 * main.share)),
    ...(second && {
      'clothing.second': reading(
        hexOf(second.lab),
        0.8 * ramp(500, 3000, count) * ramp(0.05, 0.2, second.share),
      ),
    }),
  };
}

function styleOf(measure: ClothingMeasure, isVeiled: boolean): Reading<ClothingStyle> {
  const seen = ramp(900, 3000, measure.count);
  const { neckMiddle = 9, neckFar = 9, neckSides = 9, inner } = measure;
  const [left, right] = measure.outer;
  const spread = inner?.spread ?? 0;
  const opening = Math.min(
    ...measure.outer.map((side) => (side && inner ? distance(side.lab, inner.lab) : 99)),
  );
  const isOpen = opening < 99 && opening > 20;
  const isPair = left !== undefined && right !== undefined && distance(left.lab, right.lab) < 16;
  const isDark = isPair && (left.lab[0] + right.lab[0]) / 2 < 45;
  if (isDark && (isOpen || spread > 18) && neckMiddle < 0.4) return reading('suit', 0.75 * seen);
  if (neckMiddle > 0.45 && neckFar > 0.6) return reading('dress', 0.3 * seen);
  if (neckMiddle < 0.09 && neckSides < 0.12 && spread < 12 && !isVeiled)
    return reading('turtleneck', 0.45 * seen);
  if (isOpen || spread > 12) return reading('shirt', 0.4 * seen);
  return reading('tshirt', (spread < 8 ? 0.55 : 0.45) * seen);
}
