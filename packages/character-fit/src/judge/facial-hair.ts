import { ramp } from '@avatar/image';
import type { FacialHairStyle } from '@avatar/character';
import { hexOf } from '../crop/colour-sample.js';
import type { BeardCue, FacialHairMeasure } from '../measure/facial-hair.js';
import type { Circumstances } from './circumstances.js';
import { reading, type Reading, type Readings } from './reading.js';

/** How strongly each zone speaks for hair, about 0 to 1.9. */
interface Evidence {
  readonly moustache: number;
  readonly chin: number;
  readonly jaw: number;
  /** Hair under the chin. */
  readonly below: number;
  readonly isJawRough: boolean;
  readonly isChinRough: boolean;
  readonly isMoustacheDark: boolean;
  readonly isLong: boolean;
  readonly hangsFar: boolean;
}

export function judgeFacialHair(
  measure: FacialHairMeasure | undefined,
  smile: number,
  seen: Circumstances & { readonly isVeiled: boolean },
): Readings {
  if (measure === undefined) return {};
  if (seen.isVeiled) return { 'facial_hair.style': reading<FacialHairStyle>('none', 0.6) };
  const evidence = evidenceOf(measure, smile);
  const style = styleOf(evidence);
  const trust = seen.frontal * ramp(60, 200, seen.headPx) * (measure.cheek > 88 ? 0.5 : 1);
  const beard = weightOf(evidence);
  const confidence = trust * (style === 'none' ? 1 - beard / 0.7 : 0.35 + 0.6 * beard);
  const { colour } = measure;
  return {
    'facial_hair.style': reading(style, confidence),
    ...(style !== 'none' &&
      style !== 'stubble' &&
      colour && {
        'facial_hair.hex': reading(hexOf([colour[0], 0.7 * colour[1], 0.7 * colour[2]]), 0.8 * trust),
      }),
  } satisfies Readings & Record<'facial_hair.style', Reading>;
}

function evidenceOf(measure: FacialHairMeasure, smile: number): Evidence {
  const smiling = ramp(0.03, 0.08, smile);
  const speaks = (
    cue: BeardCue | undefined,
    dark: readonly [number, number],
    rough: readonly [number, number],
  ) =>
    cue
      ? 0.9 * ramp(dark[0], dark[1], cue.dark) +
        0.4 * ramp(0.15, 0.5, cue.pale) +
        0.6 * ramp(rough[0], rough[1], cue.rough)
      : 0;
  const moustaches = measure.moustache.map((cue) => speaks(cue, [0.18, 0.5], [1.4, 3.4]));
  const jaws = measure.jaw.map((cue) => speaks(cue, [0.2, 0.5], [1.9, 3.6]));
  const under = measure.underChin;
  const below =
    Math.max(0, measure.faceUnderChin - 0.1) * ramp(0.12, 0.45, Math.max(under?.dark ?? 0, under?.pale ?? 0));
  const hangs = below > 0.4;
  const chin = speaks(measure.chin, [0.1, 0.4], [1.3, 2.8]);
  // Shadow lies on one side: the weaker side counts more.
  const jaw = 0.7 * Math.min(...jaws) + 0.3 * Math.max(...jaws) - 0.15 * smiling;
  const mean = (cues: readonly (BeardCue | undefined)[], pick: (cue: BeardCue) => number) =>
    cues.reduce((sum, cue) => sum + (cue ? pick(cue) : 0), 0) / cues.length;
  return {
    moustache:
      mean(measure.moustache, () => 1) === 0 ? 0 : (moustaches[0] + moustaches[1]) / 2 - 0.45 * smiling,
    chin: hangs ? Math.max(chin, 0.8) : chin,
    jaw: hangs ? Math.max(jaw, 0.5) : jaw,
    below,
    isJawRough: mean(measure.jaw, (cue) => cue.rough) > 1.8,
    isChinRough: mean(measure.jaw, (cue) => cue.rough) > 1.2,
    isMoustacheDark: measure.moustache.every((cue) => cue !== undefined && cue.dark > 0.3),
    isLong: measure.faceFarDown > 0.55,
    hangsFar: measure.faceFarDown > 0.1,
  };
}

const weightOf = ({ moustache, chin, jaw }: Evidence): number => 0.4 * moustache + 0.35 * chin + 0.4 * jaw;

function styleOf(evidence: Evidence): FacialHairStyle {
  const { moustache, chin, jaw, below, isJawRough, isChinRough, isMoustacheDark, isLong, hangsFar } =
    evidence;
  if (isLong && below > 0.4) return 'long_beard';
  if (below > 0.4) return hangsFar ? 'full_beard' : 'short_beard';
  const joins = moustache > 0.45 && (chin > 0.6 || (moustache > 0.8 && chin > 0.2));
  if (joins && jaw > 0.22 && isJawRough) return 'short_beard';
  if (chin > 1.2 && below > 0.2) return 'short_beard';
  if (moustache > 0.55 && chin > 0.6) return isChinRough ? 'stubble' : 'goatee';
  // A shadow on the lip, which lies on one side, is no moustache.
  if (moustache > 0.4 && chin < 0.5 && isMoustacheDark) return 'moustache';
  return weightOf(evidence) > 0.42 && chin > 0.3 ? 'stubble' : 'none';
}
