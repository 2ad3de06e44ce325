import { knownOptions, numberOption } from '@avatar/stage';

export interface CompositeOptions {
  /** How much of the background's light falls on the edge of the person, 0 (none) to 1. Default 0.16. */
  readonly lightWrap?: number;
  /** How much of the ambient and rim light that the background brings falls on the person, 0 (none) to 1. Default 1. */
  readonly light?: number;
}

export function compositeSettings(options: CompositeOptions): Required<CompositeOptions> {
  knownOptions('composite', options, ['lightWrap', 'light']);
  const { lightWrap = 0.16, light = 1 } = options;
  return { lightWrap: numberOption('lightWrap', lightWrap, 0, 1), light: numberOption('light', light, 0, 1) };
}
