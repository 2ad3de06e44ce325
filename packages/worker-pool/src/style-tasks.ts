import { deserialize, serialize } from 'node:v8';
import { AvatarError } from '@avatar/stage';
import {
  fitMeasured,
  measureExample,
  type FitMeasuredOptions,
  type FittedStyle,
  type MeasuredExample,
  type MeasureOptions,
} from '@avatar/style-fit';
import type { MeasuredInWorker } from './options.js';

/** Of one example. Whoever asked keeps the figures as they are: 80 kilobytes that only a child opens again. */
export async function measuredInWorker(
  bytes: Uint8Array,
  options: MeasureOptions,
): Promise<MeasuredInWorker> {
  try {
    return { figures: new Uint8Array(serialize(await measureExample({ bytes }, options))) };
  } catch (error) {
    if (!AvatarError.is(error) || error.code !== 'input-rejected') throw error;
    return { unusable: error.reason ?? error.code };
  }
}

export const styleInWorker = (
  examples: readonly MeasuredInWorker[],
  options: FitMeasuredOptions,
): FittedStyle =>
  fitMeasured(
    examples.map((example) =>
      'figures' in example ? (deserialize(example.figures) as MeasuredExample) : example,
    ),
    options,
  );
