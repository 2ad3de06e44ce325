import { clamp, createPlane, mapPlane, mix, smoothNoise, smoothstep } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { abstractionOf } from '../../drawn/abstraction.js';
import type { Canvas } from '../../drawn/canvas.js';
import type { FittedPerson } from '../fitted-person.js';
import { darknessOf } from './darkness.js';
import { reliefOf, type Relief } from './relief.js';
import { coverage, linePhase, type LineFamily } from './ruled-lines.js';

/** Angles of the lines on the lit side, how much the form bends them, and pitches as factors. */
const FAMILIES = [
  { angle: 0.18, bend: 0.5, pitch: 1, phase: 0 },
  { angle: 1.05, bend: 0.36, pitch: 1.05, phase: 0.3 },
  { angle: -0.62, bend: 0.2, pitch: 0.95, phase: 0.6 },
] as const;
/** From which darkness on each family is cut, how fast its lines widen, and how wide they get. */
const WIDTHS = [
  { from: 0.05, gain: 1.05, most: 0.78 },
  { from: 0.36, gain: 1.15, most: 0.72 },
  { from: 0.62, gain: 1.35, most: 0.82 },
] as const;
/** Darkness from which on nothing of the paper is left. */
const SOLID = { from: 0.93, full: 1.02, ink: 0.9 };
/** Lines of the photo, where ink begins and is full. */
const CONTOUR = { from: 0.0055, full: 0.026, ink: 0.95, widthPx: 2.2 };
/** Lines through an iris would cost the likeness: there only its own lines and tones are drawn. */
const EYES = { share: 0.8, from: 0.35, to: 0.85 };
/** Density of the examples' lines at which every family is cut in full. */
const FULL_DENSITY = 0.05;
const OPAQUE = { from: 0.3, to: 0.7 };
const TREMOR = { seed: 21, sigma: 14 };
/** The plate's own tone under the lines. */
const PLATE_TONE = 5;
const INK = 0.96;

/** An engraving: lines that follow the form, wider where it is darker, crossed in the shadows. */
export function drawHatch(person: FittedPerson, checkpoint: () => void): Canvas {
  const { subject, surface, keySide, rendering } = person;
  const { alpha, eyes, headUnit, width, height } = subject;
  const { paper, ink } = rendering.colours;
  const form = abstractionOf(subject, CONTOUR.widthPx);
  checkpoint();
  const darkness = darknessOf(person, form);
  const economy = clamp(rendering.line.density / FULL_DENSITY);
  const pitchPx = pitchOf(person);
  const relief = onPerson(reliefOf(surface, subject), alpha);
  const lines = FAMILIES.map(({ angle, pitch, ...family }): { family: LineFamily; phase: Plane } => {
    const cut = { ...family, angle: angle * keySide, pitchPx: pitchPx * pitch };
    return { family: cut, phase: linePhase(cut, relief) };
  });
  const tremor = smoothNoise(TREMOR.seed, TREMOR.sigma * headUnit, subject).data;
  checkpoint();
  const canvas: Canvas = {
    L: createPlane(width, height).data,
    a: subject.lab.a.slice(),
    b: subject.lab.b.slice(),
  };
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const tone = darkness.data[i];
      let bare = 1;
      if (alpha.data[i] > 0) {
        // A darkness that is reached by eye, not by the share of ink: light tones are thinner lines.
        const dark = 0.35 * tone * tone + 0.65 * tone;
        for (let k = 0; k < WIDTHS.length; k++) {
          const { from, gain, most } = WIDTHS[k];
          const spare = k === 0 ? mix(0.55, 1, economy) : economy;
          const line = clamp(gain * (dark - from) * spare, 0, most);
          if (line > 0) bare *= 1 - coverage(lines[k].phase, x, y, line, lines[k].family.pitchPx, tremor[i]);
        }
        bare = Math.min(bare, 1 - SOLID.ink * smoothstep(SOLID.from, SOLID.full, dark));
      }
      const contour =
        CONTOUR.ink *
        smoothstep(CONTOUR.from, CONTOUR.full, form.lines[i]) *
        smoothstep(OPAQUE.from, OPAQUE.to, alpha.data[i]);
      let covered = Math.max(1 - bare, contour);
      const inEye = EYES.share * eyes.data[i];
      if (inEye > 0)
        covered = mix(covered, Math.max(contour, CONTOUR.ink * smoothstep(EYES.from, EYES.to, tone)), inEye);
      const opacity = INK * covered;
      canvas.L[i] = mix(paper[0] - PLATE_TONE * tone, ink[0], opacity);
      canvas.a[i] = mix(paper[1], ink[1], opacity);
      canvas.b[i] = mix(paper[2], ink[2], opacity);
    }
  return canvas;
}

/** A large head in a small picture is not cut finer than the eye can see. */
function pitchOf({ subject, rendering }: FittedPerson): number {
  const side = Math.min(subject.width, subject.height);
  const pitch = rendering.sheet.ruling?.pitch ?? 0.0065;
  return Math.max(3.4, pitch * side * Math.max(0.85, (subject.headUnit * 800) / side));
}

function onPerson({ height, steepness }: Relief, alpha: Plane): Relief {
  return { height: mapPlane(height, (value, i) => value * alpha.data[i]), steepness };
}
