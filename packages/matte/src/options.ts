import type { ModelHub } from '@avatar/models';
import { choiceOption, integerOption, knownOptions } from '@avatar/stage';

export interface PortraitMatteOptions {
  readonly models: ModelHub;
  /**
   * Longer side of the model's input in pixels, 192 to 1024. More finds more hair, and loses sight of the whole.
   * Default 448.
   */
  readonly inputSidePx?: number;
  /**
   * `head`: head and shoulders around the dominant face, 2.5 head heights, other people removed.
   * `chest`: the same with more of the body and what is beside it, 3.3 head heights, for pictures that are no squares;
   * the model's input grows with it. `photo`: everybody in the whole photo, for measurements and full figures. Default `head`.
   */
  readonly region?: 'head' | 'chest' | 'photo';
}

export function portraitMatteSettings(options: PortraitMatteOptions): Required<PortraitMatteOptions> {
  knownOptions('portraitMatte', options, ['models', 'inputSidePx', 'region']);
  const { models, inputSidePx = 448, region = 'head' } = options;
  return {
    models,
    inputSidePx: integerOption('inputSidePx', inputSidePx, 192, 1024),
    region: choiceOption('region', region, ['head', 'chest', 'photo']),
  };
}
