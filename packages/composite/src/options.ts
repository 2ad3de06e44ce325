import { knownOptions, numberOption } from '@avatar/stage';

export interface CompositeOptions {
  /** How much of the background's light falls on the edge of the person, 0 (none) to 1. Default 0.16. */
  readonly lightWrap?: number;
  /** How far it reaches in, as a fraction of the picture's side, 0.002 to 0.1. Default 0.0175 (14 px of 800). */
  readonly wrapReach?: number;
  /** How much of the ambient and rim light that the background brings falls on the person, 0 (none) to 1. Default 1. */
  readonly light?: number;
}

export function compositeSettings(options: CompositeOptions): Required<CompositeOptions> {
  knownOptions('composite', options, ['lightWrap', 'wrapReach', 'light']);
  const { lightWrap = 0.16, wrapReach = 0.0175, light = 1 } = options;
  return {
    lightWrap: numberOption('lightWrap', lightWrap, 0, 1),
    wrapReach: numberOption('wrapReach', wrapReach, 0.002, 0.1),
    light: numberOption('light', light, 0, 1),
  };
}
