import { choiceOption, integerOption, invalidOption, knownOptions } from '@avatar/stage';
import { STYLE_EXAMPLES } from '@avatar/styles';
import type { MeasureOptions } from './measure-example.js';

/** How many examples make a style. */
export const EXAMPLES = STYLE_EXAMPLES;

/** How `fitMeasured` names and makes a style. */
export interface FitMeasuredOptions {
  /** Name of the style in requests: lower-case words with underscores between, up to 64 characters. */
  readonly token: string;
  /** Up to 80 characters. Default: the token. */
  readonly label?: string | undefined;
  /** Up to 200 characters. Default: `unknown`. */
  readonly creator?: string | undefined;
  /** SPDX identifier or expression, for what was measured of the examples. Default: `LicenseRef-own`. */
  readonly licence?: string | undefined;
  /** What the examples are. `auto` tells by looking. Default: `auto`. */
  readonly examplesAre?: 'auto' | 'drawn' | 'photos' | undefined;
  /** Least number of examples, 8 to 200. Default: 50. */
  readonly minExamples?: number | undefined;
}

export interface FitOptions extends FitMeasuredOptions, MeasureOptions {
  /** Told after each example. */
  readonly onProgress?: ((progress: FitProgress) => void) | undefined;
}

export interface FitProgress {
  /** Examples that were looked at. */
  readonly done: number;
  readonly of: number;
}

/** @throws AvatarError `invalid-options`; `input-rejected` with reason `too-few-examples` or `too-many-examples` */
export function checkOptions(examples: readonly unknown[], options: FitMeasuredOptions): number {
  knownOptions('fitStyle', options, [
    ...['token', 'label', 'creator', 'licence', 'models'],
    ...['examplesAre', 'minExamples', 'signal', 'onProgress'],
  ]);
  if (!Array.isArray(examples)) throw invalidOption('a list of pictures', 'examples', typeof examples);
  choiceOption('examplesAre', options.examplesAre ?? 'auto', ['auto', 'drawn', 'photos']);
  const { least, most, usual } = EXAMPLES;
  return integerOption('minExamples', options.minExamples ?? usual, least, most);
}
