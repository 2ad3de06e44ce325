import { applyTransform, fitTransform, transformRotation, type Point } from '@avatar/image';
import type { PhotoAnalysis } from '@avatar/generator';
import type { FaceLandmarks, Plane, SimilarityTransform } from '@avatar/stage';
import { islandShare, opacityAt } from './cutout-pixels.js';
import { expectedTone, faceColours, placesIn, toneDifference, type ColourAt } from './face-colours.js';
import type { PhotoFacts } from './photo-facts.js';

export type Measures = Readonly<Record<string, number>>;

export interface Measured {
  readonly photo: PhotoAnalysis;
  /** The finished picture, analysed as a photo. */
  readonly result: PhotoAnalysis;
  readonly resultColour: ColourAt;
  /** Of the same picture without a background. */
  readonly alpha: Plane;
  readonly facts: PhotoFacts;
  readonly photoColour: ColourAt;
}

const DEGREES = 180 / Math.PI;

/** Numbers about one result; those that do not apply are left out. */
export function measure(measured: Measured): Measures {
  const { photo, result, alpha, facts, photoColour, resultColour } = measured;
  const [face] = result.faces;
  const [source] = photo.faces;
  const measures: Record<string, number> = {
    photoFaceX: (source.box.x + source.box.width / 2) / photo.width,
    photoFaceY: (source.box.y + source.box.height / 2) / photo.height,
    area: mean(alpha.data),
    islands: islandShare(alpha),
    gapBelow: gapBelow(alpha),
  };
  if (result.faceCount === 0) return measures;
  measures['faceX'] = (face.box.x + face.box.width / 2) / result.width;
  measures['faceY'] = (face.box.y + face.box.height / 2) / result.height;
  measures['faceHeight'] = face.box.height / result.height;
  measures['rollDeg'] = face.pose.rollRad * DEGREES;
  measures['headX'] = headX(alpha, (face.box.y + face.box.height) / result.height);
  Object.assign(measures, faceColours(photo, result, photoColour, resultColour));

  const toResult = frameOf(source.landmarks, face.landmarks);
  measures['turnedDeg'] = transformRotation(toResult) * DEGREES;
  const at = ([x, y]: Point): Point => {
    const [u, v] = applyTransform(toResult, x * photo.width, y * photo.height);
    return [u / result.width, v / result.height];
  };
  const opacities = (places: readonly Point[] = []) =>
    places.map(at).flatMap(([x, y]) => opacityAt(alpha, x, y) ?? []);
  if (facts.person) measures['person'] = least(opacities(facts.person));
  if (facts.empty) measures['empty'] = 1 - Math.max(0, ...opacities(facts.empty));
  if (facts.kept) measures['kept'] = share(facts.kept.map(at), isInside);
  const tones = [...(facts.tone ?? []), ...(facts.toneArea ? placesIn(facts.toneArea) : [])];
  if (tones.length > 0)
    measures['toneDifference'] = toneDifference(tones, expectedTone(facts.toneOf, photoColour), (place) =>
      resultColour(at(place)),
    );
  // Who keeps the photo's background is cut nowhere.
  measures['cutInside'] = measures['area'] < 1 ? cutInside(facts.border ?? OUTLINE, at, alpha) : 0;
  return measures;
}

/** Pixels of the photo to pixels of the result. */
const frameOf = (from: FaceLandmarks, to: FaceLandmarks): SimilarityTransform =>
  fitTransform(pointsOf(from), pointsOf(to));

function pointsOf({ points }: FaceLandmarks): Point[] {
  const pairs: Point[] = [];
  for (let i = 0; i + 2 < points.length; i += 3) pairs.push([points[i], points[i + 1]]);
  return pairs;
}

const OUTLINE: readonly Point[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

/** Steps along the photo's outline, and how far from the square's edge a cut may lie, as shares of its side. */
const STEPS = 400;
const EDGE = 0.015;
/** How far in the person is looked for, and what counts as them: cuts may be faded out. */
const INSIDE = 0.06;
const FADED = 0.3;

/**
 * Length of the photo's border that cuts the person in the middle of the picture, as a share of its side: 0 where
 * every cut of the photo lies on the square's edge.
 */
function cutInside(border: readonly Point[], at: (place: Point) => Point, alpha: Plane): number {
  const centre = at([mean(border.map(([x]) => x)), mean(border.map(([, y]) => y))]);
  let length = 0;
  border.forEach((from, index) => {
    const to = border[(index + 1) % border.length];
    const steps = Math.max(1, Math.round(STEPS / border.length));
    const [a, b] = [at(from), at(to)];
    const step = Math.hypot(b[0] - a[0], b[1] - a[1]) / steps;
    for (let i = 0; i < steps; i++) {
      const place = mix(a, b, (i + 0.5) / steps);
      const distance = Math.min(place[0], place[1], 1 - place[0], 1 - place[1]);
      // A little way in from the border, where the person is or is not.
      const inner = mix(place, centre, INSIDE);
      if (distance > EDGE && (opacityAt(alpha, ...inner) ?? 0) > FADED) length += step;
    }
  });
  return length;
}

const mix = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** Rows below the lowest opaque one, as a share of the side. */
function gapBelow({ data, width, height }: Plane): number {
  for (let y = height - 1; y >= 0; y--)
    if (data.subarray(y * width, (y + 1) * width).some((value) => value > 0.5)) return 1 - (y + 1) / height;
  return 1;
}

/** Middle of what is opaque above the chin, hair and hats included. */
function headX({ data, width, height }: Plane, chin: number): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < Math.floor(chin * height) * width; i++)
    if (data[i] > 0.5) {
      sum += (i % width) + 0.5;
      count++;
    }
  return sum / (count * width);
}

const isInside = ([x, y]: Point): boolean => x > 0 && x < 1 && y > 0 && y < 1;
const least = (values: readonly number[]): number => Math.min(1, ...values);
function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
const share = <T>(all: readonly T[], test: (one: T) => boolean): number =>
  all.filter(test).length / all.length;
