import { clamp, fromLab, smoothstep } from '@avatar/image';
import type { Artifacts, Avatar, PlanarImage } from '@avatar/stage';
import type { FittedRendering, Technique } from '@avatar/styles';
import type { Canvas } from '../drawn/canvas.js';
import { fittedPerson, type FittedPerson } from './fitted-person.js';
import { drawFlat } from './flat/draw-flat.js';
import { drawHatch } from './hatch/draw-hatch.js';
import { drawPaint } from './paint/draw-paint.js';
import { drawStipple } from './stipple/draw-stipple.js';
import { drawWash } from './wash/draw-wash.js';

/** Draws the person in CIELAB. `checkpoint` is called between the long steps. */
export type Hand = (person: FittedPerson, checkpoint: () => void) => Canvas | Promise<Canvas>;

const HANDS: Readonly<Record<Technique, Hand>> = {
  hatch: drawHatch,
  flat: drawFlat,
  paint: drawPaint,
  wash: drawWash,
  stipple: drawStipple,
};

/** Colours come before the drawing: their strength, and how fast it grows with the intensity. */
const COLOURS = { gain: 1.3, most: 0.9 };
/** Intensities between which the drawing takes the place of the coloured photo. */
const DRAWING = { from: 0.02, to: 0.98 };

export interface FittedInput extends Pick<Artifacts, 'face' | 'cutout' | 'regions'> {
  readonly rendering: FittedRendering;
  /** In (0, 1]. */
  readonly intensity: number;
  readonly checkpoint: () => void;
}

/** Draws the person as the examples of the style are drawn. */
export async function renderFitted(input: FittedInput): Promise<Avatar> {
  const { face, cutout, regions, rendering, intensity, checkpoint } = input;
  const person = fittedPerson(face, cutout, regions, rendering, intensity);
  checkpoint();
  const drawing = await HANDS[rendering.technique](person, checkpoint);
  checkpoint();
  const { width, height } = person.photo;
  const image = fromLab({ ...drawing, width, height });
  if (intensity < 1) weaken(image, person, intensity);
  return { image, person: cutout.alpha, landmarks: face.landmarks };
}

/** From the photo over the photo in the style's colours to the drawing, in place. */
function weaken(drawing: PlanarImage, { photo, graded }: FittedPerson, intensity: number): void {
  const coloured = fromLab({ ...graded, width: photo.width, height: photo.height });
  const colours = COLOURS.most * clamp(COLOURS.gain * intensity);
  const drawn = smoothstep(DRAWING.from, DRAWING.to, intensity);
  drawing.planes.forEach((plane, channel) => {
    const own = photo.planes[channel];
    const other = coloured.planes[channel];
    for (let i = 0; i < plane.length; i++) {
      const base = own[i] + (other[i] - own[i]) * colours;
      plane[i] = base + (plane[i] - base) * drawn;
    }
  });
}
