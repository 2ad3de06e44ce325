import { rgbToLab, type Point } from '@avatar/image';
import type { PhotoAnalysis } from '@avatar/generator';
import type { RasterImage } from '@avatar/stage';

/** A picture, and where its pixels are looked up: places are shares of its width and height. */
export type ColourAt = (place: Point) => readonly [L: number, a: number, b: number];

/** CIELAB of the pixel at a place; black where there is no picture. */
export function coloursOf(image: RasterImage | undefined): ColourAt {
  if (!image) return () => [0, 0, 0];
  const { data, width, height } = image;
  const index = (share: number, size: number) => Math.min(size - 1, Math.max(0, Math.floor(share * size)));
  return ([x, y]) => {
    const place = (index(y, height) * width + index(x, width)) * 3;
    return rgbToLab(data[place] / 255, data[place + 1] / 255, data[place + 2] / 255);
  };
}

/** Parts of the face's box, from its top, that are looked at in the middle half of its width. */
const CHEEKS = [0.4, 0.75] as const;
const FOREHEAD = [0.08, 0.22] as const;

/** Mean colour of cheeks, nose and mouth; lightness of the forehead, and how far it is above the photo's. */
export function faceColours(
  photo: PhotoAnalysis,
  result: PhotoAnalysis,
  photoColour: ColourAt,
  resultColour: ColourAt,
): Readonly<Record<string, number>> {
  const cheeks = part(result, CHEEKS).map(resultColour);
  const forehead = part(result, FOREHEAD).map(resultColour);
  const foreheadBefore = part(photo, FOREHEAD).map(photoColour);
  const burnt = [...cheeks, ...forehead].filter(([light]) => light > 96).length;
  const foreheadLight = mean(forehead, 0);
  return {
    faceLight: mean(cheeks, 0),
    faceA: mean(cheeks, 1),
    faceB: mean(cheeks, 2),
    burnt: burnt / (cheeks.length + forehead.length),
    foreheadLight,
    foreheadLift: foreheadLight - mean(foreheadBefore, 0),
  };
}

function part({ faces, width, height }: PhotoAnalysis, [from, to]: readonly [number, number]): Point[] {
  const { box } = faces[0];
  const places: Point[] = [];
  for (let v = from; v < to; v += 0.02)
    for (let u = 0.25; u < 0.75; u += 0.02)
      places.push([(box.x + u * box.width) / width, (box.y + v * box.height) / height]);
  return places;
}

const mean = (colours: readonly (readonly number[])[], channel: number): number =>
  colours.reduce((sum, colour) => sum + colour[channel], 0) / colours.length;

/** The photo's own colour at each place, or everywhere the mean of some. */
export function expectedTone(places: readonly Point[] | undefined, photoColour: ColourAt): ColourAt {
  if (!places) return photoColour;
  const colours = places.map(photoColour);
  const tone = [mean(colours, 0), mean(colours, 1), mean(colours, 2)] as const;
  return () => tone;
}

/** Largest CIELAB difference between the photo at the places and the result at the same places of the person. */
export function toneDifference(
  places: readonly Point[],
  photoColour: ColourAt,
  resultColour: (place: Point) => readonly number[],
): number {
  return Math.max(
    ...places.map((place) => {
      const is = resultColour(place);
      const was = photoColour(place);
      return Math.hypot(is[0] - was[0], is[1] - was[1], is[2] - was[2]);
    }),
  );
}

const AREA_STEPS = 30;

/** Places all over a rectangle. */
export function placesIn([x0, y0, x1, y1]: readonly [number, number, number, number]): Point[] {
  return Array.from({ length: AREA_STEPS * AREA_STEPS }, (_, i) => [
    x0 + ((x1 - x0) * ((i % AREA_STEPS) + 0.5)) / AREA_STEPS,
    y0 + ((y1 - y0) * (Math.floor(i / AREA_STEPS) + 0.5)) / AREA_STEPS,
  ]);
}
