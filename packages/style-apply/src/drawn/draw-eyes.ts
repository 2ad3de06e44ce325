import { clamp, smoothstep, type Point } from '@avatar/image';
import type { Box, PlanarImage } from '@avatar/stage';
import type { Abstraction } from './abstraction.js';
import { measureEyes } from './eye-colours.js';
import { eyeSvg } from './eye-drawing.js';
import { axesOf, eyeShapes, openedWider, type EyeShape } from './eye-shape.js';
import { overlaySvg } from './overlay-svg.js';
import type { DrawnSkin } from './skin-measure.js';
import type { DrawnSubject } from './subject.js';

/** Eyes less open than this laugh or are closed: the photo's own stay. */
const LEAST_OPENNESS = 0.13;
/** Room around the lids for lashes and creases, in widths of an eye. */
const MARGIN = 0.5;
/** Lashes are nearly black; creases are a dark tone of the skin. */
const LASH = [11, 5, 0] as const;
const CREASE = { darker: 34, darkest: 12, a: 10 };
/**
 * Dark things this far above the lid, in widths of an eye, lie in front of the drawing: rims of glasses, brows, a
 * fringe.
 */
const IN_FRONT = { from: 0.2, full: 0.3, beside: 0.12 };
/** How much darker than the skin in L they are. */
const FRONT_DARKNESS = { from: 12, full: 24 };

function boxAround(eyes: readonly EyeShape[], picture: Pick<DrawnSubject, 'width' | 'height'>): Box {
  const points = eyes.flatMap(({ upper, lower }) => [...upper, ...lower]);
  const margin = Math.max(...eyes.map((eye) => eye.widthPx)) * MARGIN;
  const bound = (axis: 0 | 1): [number, number] => {
    const values = points.map((point) => point[axis]);
    return [
      clamp(Math.floor(Math.min(...values) - margin), 0, axis === 0 ? picture.width : picture.height),
      clamp(Math.ceil(Math.max(...values) + margin), 0, axis === 0 ? picture.width : picture.height),
    ];
  };
  const [left, right] = bound(0);
  const [top, bottom] = bound(1);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Where the photo goes in front of drawn eyes, 0 to 1. */
function frontOf(subject: DrawnSubject, form: Abstraction, skin: DrawnSkin, eyes: readonly EyeShape[]) {
  const { width } = subject;
  return (i: number): number => {
    const darker = skin.L - form.fine[i] * 100;
    if (darker < FRONT_DARKNESS.from) return 0;
    const place: Point = [(i % width) + 0.5, Math.floor(i / width) + 0.5];
    let outside = 1;
    for (const eye of eyes) {
      const [a, b] = axesOf(eye, place);
      const along = a / eye.widthPx;
      const above = -b / eye.widthPx - lidAt(eye, along);
      const below = b / eye.widthPx - 0.3;
      const beside = Math.max(-along, along - 1) - IN_FRONT.beside;
      const away = Math.max(above, below, beside + IN_FRONT.from);
      outside = Math.min(outside, smoothstep(IN_FRONT.from, IN_FRONT.full, away));
    }
    return outside * smoothstep(FRONT_DARKNESS.from, FRONT_DARKNESS.full, darker);
  };
}

/** Height of the upper lid over the axis at `along` of the width, over the width. */
function lidAt(eye: EyeShape, along: number): number {
  const at = clamp(along, 0, 1) * (eye.upper.length - 1);
  const index = Math.min(eye.upper.length - 2, Math.floor(at));
  const heights = [index, index + 1].map((k) => -axesOf(eye, eye.upper[k])[1] / eye.widthPx);
  return Math.max(0, heights[0] + (heights[1] - heights[0]) * (at - index));
}

/**
 * Draws eyes over the picture: whites, irises in the photo's colour, both looking where the person looks, lids and
 * lashes. Rims of glasses, brows and hair stay in front of them.
 * @param strength how far the lids open, and how opaque the drawing is, in (0, 1]
 */
export async function drawEyes(
  image: PlanarImage,
  subject: DrawnSubject,
  form: Abstraction,
  skin: DrawnSkin,
  strength: number,
): Promise<void> {
  const { landmarks, lab } = subject;
  const eyes = eyeShapes(landmarks);
  const openness = eyes.reduce((sum, eye) => sum + eye.openness, 0) / eyes.length;
  if (openness < LEAST_OPENNESS) return;
  const colours = measureEyes(lab, landmarks, eyes, skin.L);
  const lines = {
    lash: LASH,
    line: [Math.max(CREASE.darkest, skin.L - CREASE.darker), skin.a + CREASE.a, skin.b] as const,
    skinL: skin.L,
  };
  const drawn = eyes.map((eye) => openedWider(eye, openness, strength));
  const elements = drawn.map((eye, i) => eyeSvg(eye, `eye${i}`, colours, lines)).join('');
  const opacity = smoothstep(0.02, 0.4, strength);
  const front = frontOf(subject, form, skin, eyes);
  await overlaySvg(image, elements, boxAround(drawn, subject), (i) => opacity * (1 - front(i)));
}
