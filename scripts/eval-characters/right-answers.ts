import type { CharacterSpec, HairStyle } from '@avatar/character';
import { parseHexColour, rgbToLab } from '@avatar/image';
import type { HairColourName, PhotoLabels } from './labels.js';

const LENGTH_OF: Readonly<Record<HairStyle, string>> = {
  bald: 'bald',
  buzz: 'short',
  crop: 'short',
  side_part: 'short',
  quiff: 'short',
  slick_back: 'short',
  curly_short: 'short',
  afro: 'short',
  locs_short: 'short',
  undercut: 'short',
  mohawk: 'short',
  receding: 'short',
  pixie: 'short',
  bob: 'bob',
  lob: 'long',
  long_straight: 'long',
  long_wavy: 'long',
  long_curly: 'long',
  long_locs: 'long',
  half_up: 'long',
  braids: 'long',
  ponytail: 'tied',
  bun: 'tied',
  top_bun: 'tied',
};
const STEPS = ['serious', 'neutral', 'slight_smile', 'smile', 'laugh'];
const STEP_OF = { neutral: 'neutral', slight: 'slight_smile', smile: 'smile', laugh: 'laugh' } as const;

/** Whether each attribute of a character is as labelled; undefined where the photo does not show it. */
export function rightAnswers(spec: CharacterSpec, labels: PhotoLabels): Record<string, boolean | undefined> {
  const isHat = !['none', 'headphones'].includes(spec.headwear?.style ?? 'none');
  return {
    glasses: glassesOf(spec) === labels.glasses,
    headwear: isHat === (labels.headwear !== 'none'),
    beard: isRightBeard(spec.facial_hair?.style ?? 'none', labels),
    'hair length': labels.hairLength.includes('hidden')
      ? undefined
      : labels.hairLength.some((length) => lengthsOf(spec).includes(length)),
    'hair colour': labels.hairColour?.includes(hairName(spec)),
    expression: labels.expression && Math.abs(stepOf(spec) - STEPS.indexOf(STEP_OF[labels.expression])) <= 1,
  };
}

/** An afro is as long as it is wide. */
function lengthsOf({ hair }: CharacterSpec): readonly string[] {
  const style = hair?.style ?? 'crop';
  return style === 'afro' ? ['short', 'bob'] : [LENGTH_OF[style]];
}

function glassesOf({ glasses }: CharacterSpec): PhotoLabels['glasses'] {
  const style = glasses?.style ?? 'none';
  return style === 'none' || style === 'sunglasses' ? style : 'glasses';
}

function isRightBeard(style: string, { beard }: PhotoLabels): boolean {
  if (style === 'stubble') return beard.includes('stubble');
  if (style === 'none') return beard.includes('none');
  return beard.includes('beard') || (style === 'moustache' && beard.includes('moustache'));
}

const stepOf = ({ expression }: CharacterSpec): number => STEPS.indexOf(expression ?? 'neutral');

/** The colour as drawn, grey strands and all, by the name that people would give it. */
export function hairName({ hair }: CharacterSpec): HairColourName {
  const [L, a, b] = rgbToLab(...(parseHexColour(hair?.hex ?? '#000000') ?? [0, 0, 0]));
  const chroma = Math.hypot(a, b);
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  if ((hair?.grey ?? 0) >= 0.2) return 'grey';
  if (chroma > 12 && (hue < -15 || hue > 200)) return 'purple';
  if (chroma > 14 && hue < 42 && L > 48) return 'pink';
  if (L < 11 || (L < 20 && chroma < 11) || (L < 24 && chroma < 5)) return 'black';
  if (L > 50) return chroma < 9 ? 'grey' : 'blond';
  return chroma > 28 && hue < 60 ? 'red' : 'brown';
}
