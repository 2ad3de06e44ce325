import { clamp, smoothstep } from '@avatar/image';
import type { FittedColours } from '@avatar/styles';
import type { Canvas } from '../../drawn/canvas.js';
import type { DrawnSkin } from '../../drawn/skin-measure.js';
import type { DrawnSubject } from '../../drawn/subject.js';
import { cloudColours, personColours } from './cloud.js';
import { LabTable } from './lab-table.js';
import { transported } from './transport.js';

/** Mask values between which skin begins to be spared and fully is. */
const SPARED = { from: 0.12, to: 0.55 };
/** Skin may sink towards the examples' by so much in L, and never rises. */
const DEEPEST = -10;
/** Share of the way to the colour of the examples' skin, and the longest in Lab. */
const SKIN_COLOUR = { share: 0.6, most: 9 };
/** How much of the shift lips, eyes and teeth are spared. */
const FEATURES = { lips: 0.8, eyes: 0.95, teeth: 1 };

/**
 * The person in the examples' colours. Skin keeps its own lights and its own lightness, whatever the examples show, and only
 * leans towards their hue.
 */
export function gradePerson(subject: DrawnSubject, skin: DrawnSkin, colours: FittedColours): Canvas {
  const { lab, alpha, lips, eyes, teeth } = subject;
  const source = personColours(subject);
  const graded: Canvas = { L: lab.L.slice(), a: lab.a.slice(), b: lab.b.slice() };
  if (source.length === 0 || colours.strength === 0) return graded;
  const table = new LabTable(source, transported(source, cloudColours(colours.cloud)));
  const [skinL, skinA, skinB] = skinShift(skin, colours);
  const shift = new Float32Array(3);
  const { strength } = colours;
  for (let i = 0; i < alpha.data.length; i++) {
    if (alpha.data[i] === 0) continue;
    const spared = Math.max(
      smoothstep(SPARED.from, SPARED.to, subject.skin.data[i]),
      FEATURES.lips * lips.data[i],
      FEATURES.eyes * eyes.data[i],
      FEATURES.teeth * teeth.data[i],
    );
    table.shift(lab.L[i], lab.a[i], lab.b[i], shift);
    const moved = (1 - spared) * strength;
    const onSkin = spared * (1 - eyes.data[i]) * (1 - teeth.data[i]);
    graded.L[i] = clamp(lab.L[i] + shift[0] * moved + skinL * onSkin, 0, 100);
    graded.a[i] += shift[1] * moved + skinA * onSkin;
    graded.b[i] += shift[2] * moved + skinB * onSkin;
  }
  return graded;
}

function skinShift(own: DrawnSkin, { skin }: FittedColours): readonly [number, number, number] {
  if (!skin) return [0, 0, 0];
  const [L, a, b] = skin.colour;
  const da = SKIN_COLOUR.share * (a - own.a);
  const db = SKIN_COLOUR.share * (b - own.b);
  const scale = Math.min(1, SKIN_COLOUR.most / (Math.hypot(da, db) || 1));
  // Darker skin is no darker by the examples: only what is lighter than theirs sinks.
  return [clamp(0.5 * (L - own.L), DEEPEST, 0), da * scale, db * scale];
}
