import { choiceOption, invalidOption, knownOptions, type Origin } from '@avatar/stage';
import {
  finishingOf,
  lightByToken,
  resolveStyle,
  type FinishingSteps,
  type GradeParameters,
  type Style,
  type KnownOrOwn,
  type LightToken,
  type StyleToken,
} from '@avatar/styles';

export interface DetailEnhanceOptions {
  /** Token of a style of `@avatar/styles`, or a style of your own. */
  readonly style: KnownOrOwn<StyleToken> | Style;
  /**
   * What the avatar was made from. A `character` has neither the measured face nor the regions that retouching, ornament and
   * brushwork follow: a style that asks for them is refused. Default: `photo`.
   */
  readonly origin?: Origin | undefined;
  /** Token of a light that comes over the finished picture. Default: the style's own light. */
  readonly light?: KnownOrOwn<LightToken> | undefined;
}

export interface DetailEnhanceSettings {
  readonly steps: FinishingSteps;
  readonly origin: Origin;
  /** Of the light. */
  readonly lightGrade: GradeParameters | undefined;
}

const FROM_PHOTO = ['retouch', 'ornament', 'brushwork'] as const;

/** @throws `invalid-options` for an unknown style or option, and for a step that the origin cannot have */
export function detailEnhanceSettings(options: DetailEnhanceOptions): DetailEnhanceSettings {
  knownOptions('detailEnhance', options, ['style', 'origin', 'light']);
  const origin = choiceOption('origin', options.origin ?? 'photo', ['photo', 'character']);
  const steps = finishingOf(resolveStyle(options.style));
  const impossible = origin === 'character' ? FROM_PHOTO.find((step) => steps[step]) : undefined;
  if (impossible !== undefined)
    throw invalidOption('a style without retouch, ornament and brushwork', 'style', `one with ${impossible}`);
  const lightGrade = options.light === undefined ? undefined : lightByToken(options.light).grade;
  return { steps, origin, lightGrade };
}
