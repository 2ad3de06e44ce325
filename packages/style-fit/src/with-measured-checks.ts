import { clamp } from '@avatar/image';
import type { FittedRendering, MeasuredChecks, Style } from '@avatar/styles';
import { rounded } from './fit/rounded.js';
import type { FittedStyle } from './fit-style.js';

/** An avatar may be this much less like its person than the least like one of those that were tried. */
const SLACK = 0.15;
/** Where other people's avatars never come, and what a photograph reaches with ease. */
const LINE = { lowest: 0.6, highest: 0.75 };

/**
 * The styles with the quality gate's checks measured, as `measureStyle` of `@avatar/generator` does: what was seen is kept in the
 * style, whose faces are looked for only if they were seen, and whose least likeness is raised for a hand that keeps people
 * alike.
 * @param measure tries one style on people
 */
export async function withMeasuredChecks(
  { style, variants, ...rest }: FittedStyle,
  measure: (style: Style) => Promise<MeasuredChecks>,
): Promise<FittedStyle> {
  const checks = await measure(style);
  const measured: FittedStyle['variants'][number][] = [];
  for (const variant of variants)
    measured.push({ ...variant, style: judgedBy(variant.style, await measure(variant.style)) });
  return { ...rest, style: isFitted(style) ? judgedBy(style, checks) : style, checks, variants: measured };
}

const isFitted = (style: FittedStyle['style']): style is Style<FittedRendering> =>
  style.rendering.kind === 'fitted';

function judgedBy(style: Style<FittedRendering>, checks: MeasuredChecks): Style<FittedRendering> {
  const { rendering, minLikeness } = style;
  const line = clamp(rounded(checks.likenessLeast - SLACK, 2), LINE.lowest, LINE.highest);
  return {
    ...style,
    rendering: { ...rendering, record: { ...rendering.record, checks } },
    minLikeness: {
      ...minLikeness,
      social: Math.max(minLikeness.social, line),
      gaming: Math.max(minLikeness.gaming, line),
    },
  };
}
