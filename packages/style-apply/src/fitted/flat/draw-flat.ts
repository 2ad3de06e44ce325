import { smoothstep } from '@avatar/image';
import { abstractionOf, type Abstraction } from '../../drawn/abstraction.js';
import { boldEyes } from '../../drawn/bold-eyes.js';
import { castShadows } from '../../drawn/cast-shadows.js';
import type { Canvas } from '../../drawn/canvas.js';
import { drawInk } from '../../drawn/ink-lines.js';
import { keyLight } from '../../drawn/key-light.js';
import { paintClothes } from '../../drawn/paint-clothes.js';
import { paintHair } from '../../drawn/paint-hair.js';
import { paintMouth } from '../../drawn/paint-mouth.js';
import { paintSkin } from '../../drawn/paint-skin.js';
import type { DrawnSubject } from '../../drawn/subject.js';
import type { FittedPerson } from '../fitted-person.js';
import { printPlates } from './plates.js';
import { printedSkin } from './print-skin.js';

/** Key lines of the examples: their width for a head of 480 px, from widths at 768 px. */
const LINE = { perWidth: 0.75, least: 1.5, most: 2.8 };
const INK = { strength: 0.95, onSkin: 0.75, outline: 0.95 };
const SKIN = { meshLight: 0.25, shadow: 11, detail: 0.65, blush: 0 };
const HAIR = { contrast: 0.8, gloss: 0.1, saturation: 0.9, softness: 0 };
const SATURATION = 1.05;

/** A woodblock print: plates of the examples' colours, and key lines in their ink. */
export function drawFlat(person: FittedPerson, checkpoint: () => void): Canvas {
  const { subject, surface, keySide, skin, rendering } = person;
  const widthPx = Math.min(LINE.most, Math.max(LINE.least, LINE.perWidth * rendering.line.widthPx));
  const form = abstractionOf(subject, widthPx);
  checkpoint();
  const light = keyLight(surface, subject.landmarks, keySide, subject);
  const canvas = paintClothes(subject, form, SATURATION, 0);
  if (subject.hair) paintHair(canvas, { subject, form, hair: subject.hair, sheen: light.sheen }, HAIR);
  checkpoint();
  const plate = printedSkin(skin, rendering.colours);
  paintSkin(
    canvas,
    {
      subject,
      form,
      tone: { ...plate, L: skin.L },
      light: { ...light, cast: castShadows(subject, keySide, 0) },
    },
    { ...SKIN, softness: 0, gloss: 0 },
  );
  liftSkin(canvas, subject.skin.data, plate.L - skin.L);
  paintMouth(canvas, subject, form, plate, 0);
  printPlates(canvas, subject, rendering.colours);
  boldEyes(canvas, subject);
  drawInk(canvas, subject, form, { ...INK, widthPx });
  inkDarks(canvas, rendering.colours.ink);
  cutStrands(canvas, subject, form);
  return canvas;
}

function liftSkin({ L }: Canvas, skin: Float32Array, lift: number): void {
  for (let i = 0; i < L.length; i++) L[i] += lift * skin[i];
}

/** Strands that are lighter than the hair around them, where they begin to show and fully do, and by how much in L. */
const STRANDS = { from: 0.004, full: 0.03, L: 13, below: 45 };

/** Fine light lines in dark hair, which else would be one black shape. */
function cutStrands({ L }: Canvas, { hair, skin }: DrawnSubject, { strands }: Abstraction): void {
  if (!hair) return;
  for (let i = 0; i < L.length; i++)
    if (hair.data[i] > 0.5 && L[i] < STRANDS.below)
      L[i] += STRANDS.L * (1 - skin.data[i]) * smoothstep(STRANDS.from, STRANDS.full, strands[i]);
}

/** Nothing is printed darker than the ink. */
function inkDarks({ L, a, b }: Canvas, [inkL, inkA, inkB]: readonly [number, number, number]): void {
  for (let i = 0; i < L.length; i++) {
    if (L[i] >= inkL + 10) continue;
    const share = Math.min(1, (inkL + 10 - L[i]) / 10);
    L[i] = Math.max(L[i], inkL);
    a[i] += (inkA - a[i]) * share;
    b[i] += (inkB - b[i]) * share;
  }
}
