import { ramp } from '@avatar/image';
import type { GlassesStyle, HeadwearStyle } from '@avatar/character';
import { hexOf } from '../crop/colour-sample.js';
import type { GlassesMeasure } from '../measure/glasses.js';
import type { HairShape } from '../measure/hair-shape.js';
import type { WornMeasure } from '../measure/worn.js';
import type { Circumstances } from './circumstances.js';
import { reading, type Reading, type Readings } from './reading.js';

/** Mean of `other` around the eyes from which on lenses are dark. */
const SUNGLASSES = 0.42;
/** 90th percentile of `other` around the eyes from which on something is worn there. */
const GLASSES = 0.12;

export function judgeGlasses(measure: GlassesMeasure, { sharp }: Circumstances): Readings {
  const style = glassesStyle(measure, sharp);
  const hasRim = style.value !== 'none' && measure.rimColour !== undefined;
  return {
    'glasses.style': style,
    ...(hasRim && {
      'glasses.hex': reading(
        hexOf(measure.rimColour ?? [20, 0, 0]),
        style.value === 'sunglasses' ? 0.5 : 0.7 * sharp,
      ),
    }),
  };
}

/** Round rims cannot be told from square ones at the network's resolution. */
function glassesStyle({ rim, cover, down }: GlassesMeasure, sharp: number): Reading<GlassesStyle> {
  if (cover > SUNGLASSES) return reading('sunglasses', 0.4 + 0.6 * ramp(0.35, 0.6, cover));
  if (rim <= GLASSES) return reading('none', (1 - ramp(0.03, GLASSES, rim)) * (0.6 + 0.4 * sharp));
  const sure = 0.6 + 0.4 * ramp(GLASSES, 0.4, rim);
  return reading(down < 0.3 ? 'half_rim' : 'rectangle', sure);
}

export interface HeadwearReading {
  readonly readings: Readings;
  /** Hair that is covered cannot be measured. */
  readonly coversHair: boolean;
}

export function judgeHeadwear(worn: WornMeasure, shape: HairShape): HeadwearReading {
  const { crown, area } = shape;
  const isVeil = crown.clothes > 0.3 && crown.hair < 0.2 && area < 0.12;
  const isHat = !isVeil && crown.other > 0.3 && crown.hair < 0.2;
  if (isVeil)
    return {
      coversHair: true,
      readings: withColour('hijab', 0.5 + 0.5 * ramp(0.3, 0.6, crown.clothes), worn.veil),
    };
  if (isHat)
    return {
      coversHair: true,
      readings: {
        ...withColour(hatOf(worn), 0.5 + 0.5 * ramp(0.3, 0.6, crown.other), worn.hat),
        ...brimOf(worn),
      },
    };
  if (Math.min(...worn.ears) > 0.38 && Math.min(...worn.lobes) > 0.3)
    return { coversHair: false, readings: { 'headwear.style': reading<HeadwearStyle>('headphones', 0.7) } };
  const bare = 1 - 2 * Math.max(crown.other, crown.clothes);
  return {
    coversHair: false,
    readings: {
      'headwear.style': reading<HeadwearStyle>('none', Math.max(0, bare) * (crown.seen > 0.5 ? 1 : 0.4)),
    },
  };
}

const withColour = (style: HeadwearStyle, confidence: number, colour: WornMeasure['hat']): Readings => ({
  'headwear.style': reading(style, confidence),
  ...(colour && { 'headwear.hex': reading(hexOf(colour), 0.7 * confidence) }),
});

/** Widths of hats with the narrowest and the widest brim that is drawn, in head heights. */
const HATS = { narrow: 0.85, wide: 1.45 };

const brimOf = (worn: WornMeasure): Readings =>
  hatOf(worn) === 'fedora'
    ? { 'headwear.brim': reading(Math.round(100 * ramp(HATS.narrow, HATS.wide, worn.widest)) / 100, 0.6) }
    : {};

/** A brim makes a hat of it; a cap comes down over the forehead and leaves the ears free; the rest sits as a beanie. */
function hatOf({ brim, edge, sidesCovered }: WornMeasure): HeadwearStyle {
  if (brim >= 0.15) return 'fedora';
  return edge > -0.17 || (edge > -0.27 && sidesCovered < 0.25) ? 'cap' : 'beanie';
}

export const judgeEarrings = (worn: WornMeasure, coversHair: boolean): Readings => {
  const most = Math.max(...worn.lobes);
  const seen = most >= 0.04 && most < 0.3 && !coversHair;
  return { accessories: reading(seen ? 'earrings' : 'none', seen ? 0.5 : 0.4) };
};
