import type { HairTexture } from '@avatar/character';
import { ramp } from '@avatar/image';
import type { HairShape } from '../measure/hair-shape.js';
import type { HairTextureMeasure } from '../measure/hair-texture.js';
import type { Circumstances } from './circumstances.js';
import { reading, type Reading } from './reading.js';

/** Hair darker than this, in L, shows the noise of the photo and nothing else. */
const BLACKEST = { from: 0.5, to: 2.5 };

export interface TextureReading {
  readonly texture: Reading<HairTexture>;
  /** Ropes of hair: rough within, and side by side as a whole. */
  readonly isRoped: boolean;
}

/** Neighbours turn by more than this, in radians, where the strands curl and do not just wave. */
const CURLING = 0.35;
/** From here on neighbouring strands no longer lie quite straight. */
const WAVING = 0.225;

/**
 * @param L lightness of the hair
 * @param isLong whether it hangs to the jaw at least
 */
export function judgeHairTexture(
  measure: HairTextureMeasure | undefined,
  shape: HairShape,
  L: number,
  isLong: boolean,
  { headPx }: Circumstances,
): TextureReading {
  if (measure === undefined) return { texture: reading('straight', 0.1), isRoped: false };
  const trust = ramp(80, 250, headPx) * ramp(150, 500, measure.windows) * ramp(BLACKEST.from, BLACKEST.to, L);
  if (!isLong) return { texture: shortTexture(measure, shape, trust), isRoped: false };
  const isRoped = measure.coherence < 0.62 && (measure.lockCoherence ?? 0) > 0.76;
  return { texture: isRoped ? reading('coily', 0.5 * trust) : longTexture(measure, trust), isRoped };
}

function longTexture({ coherence, lockCoherence, turn }: HairTextureMeasure, trust: number) {
  const lock = lockCoherence ?? coherence;
  if (coherence < 0.33 && lock < 0.4) return reading<HairTexture>('coily', 0.7 * trust);
  const isCurly = coherence < 0.48 || (coherence < 0.6 && lock < 0.68) || (lock < 0.62 && turn > CURLING);
  if (isCurly) return reading<HairTexture>('curly', 0.7 * trust);
  const isWavy = coherence < 0.72 || turn > WAVING;
  return reading<HairTexture>(isWavy ? 'wavy' : 'straight', 0.7 * trust);
}

/** The tips of a short cut break its strands as curls do: curls also stand out. */
function shortTexture(
  { coherence, lockCoherence, turn }: HairTextureMeasure,
  shape: HairShape,
  trust: number,
) {
  const lock = lockCoherence ?? coherence;
  const standsOut = shape.area >= 0.24 || (shape.sides[0] + shape.sides[1]) / 2 >= 0.1;
  if (coherence < 0.3 && lock < 0.6) return reading<HairTexture>('coily', 0.6 * trust);
  const isCurled = lock < 0.6 && (coherence < 0.45 || (coherence < 0.6 && turn > CURLING));
  if (isCurled && standsOut) return reading<HairTexture>('curly', 0.6 * trust);
  return reading<HairTexture>(coherence < 0.5 && lock < 0.6 ? 'wavy' : 'straight', 0.45 * trust);
}
