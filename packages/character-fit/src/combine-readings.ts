import { median, parseHexColour, rgbToLab, type Lab } from '@avatar/image';
import { hexOf } from './crop/colour-sample.js';
import { reading, type Reading, type Readings } from './judge/reading.js';

/**
 * What several photos of one person say together: the median of numbers and of colours (each channel of CIELAB by
 * itself), and of words the one that has most confidence behind it.
 */
export function combineReadings(photos: readonly Readings[]): Readings {
  const paths = new Set(photos.flatMap((photo) => Object.keys(photo)));
  return Object.fromEntries(
    [...paths].map((path) => [
      path,
      together(photos.map((photo) => photo[path]).filter((one) => one !== undefined)),
    ]),
  );
}

function together(readings: readonly Reading[]): Reading {
  const [first] = readings;
  if (readings.length === 1) return first;
  const trusted = readings.filter(({ confidence }) => confidence > 0.2);
  const used = trusted.length > 0 ? trusted : readings;
  const mean = used.reduce((sum, { confidence }) => sum + confidence, 0) / used.length;
  if (typeof first.value === 'number') return reading(median(used.map(({ value }) => Number(value))), mean);
  return first.value.startsWith('#') ? reading(medianColour(used), mean) : vote(used);
}

function medianColour(readings: readonly Reading[]): string {
  const colours = readings.map(({ value }): Lab => rgbToLab(...(parseHexColour(String(value)) ?? [0, 0, 0])));
  const channel = (at: 0 | 1 | 2) => median(colours.map((colour) => colour[at]));
  return hexOf([channel(0), channel(1), channel(2)]);
}

/** The winner is as sure as its best photo, less the share of those who say otherwise. */
function vote(readings: readonly Reading[]): Reading {
  const weights = new Map<Reading['value'], number>();
  let all = 0;
  for (const { value, confidence } of readings) {
    weights.set(value, (weights.get(value) ?? 0) + confidence);
    all += confidence;
  }
  const [value, weight] = [...weights].sort((one, other) => other[1] - one[1])[0];
  const best = Math.max(...readings.filter((one) => one.value === value).map((one) => one.confidence));
  return reading(value, all > 0 ? best * (weight / all) : 0);
}
