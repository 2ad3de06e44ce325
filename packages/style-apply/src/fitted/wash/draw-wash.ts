import { clamp, createPlane, gaussianBlur, mix, smoothNoise, smoothstep } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import { abstractionOf, type Abstraction } from '../../drawn/abstraction.js';
import type { Canvas } from '../../drawn/canvas.js';
import { celTable, celTone } from '../../drawn/cel-table.js';
import type { FittedPerson } from '../fitted-person.js';
import { mattedLightness, matteSkin } from '../matte-skin.js';

/** Washes from paper to full darkness, how softly they run into each other in percent, and their share. */
const WASH = { steps: 8, softness: 3, share: 0.75 };
/** Paint is thinner than a photo is dark; dark skin is not. */
const THINNING = { gain: 0.96, gamma: 1.1 };
/** Lights that are finer than the form are left out on skin: nothing shines on paper. */
const LIGHTS_ON_SKIN = 0.015;
/** Pigment gathers at the edge of a drying wash: softness for a head of 480 px, and how much darker it is. */
const EDGE = { fine: 1.2, coarse: 4.5, gain: 0.9, most: 0.1 };
/** It settles in the paper's tooth, and runs with the water. */
const SETTLING = { seed: 51, sigma: 1, share: 0.05 };
const RUNNING = { seed: 53, sigma: 26, share: 0.11 };
/** A thin line that was drawn first. */
const PENCIL = { from: 0.006, full: 0.03, onSkin: 0.55, strength: 0.7, widthPx: 1.7 };
/** Small features are drawn, not washed. */
const DRAWN = { eyes: 0.85, lips: 0.5 };
/** Colours of thin paint are clearer. */
const CHROMA = 1.12;

/** A watercolour: thin washes on paper over a pencil line. */
export function drawWash(person: FittedPerson, checkpoint: () => void): Canvas {
  const { subject, graded, rendering } = person;
  const { alpha, skin, eyes, lips, teeth, lab, headUnit } = subject;
  const { paper, ink } = rendering.colours;
  const form = abstractionOf(subject, PENCIL.widthPx);
  checkpoint();
  const washes = washesOf(person, form);
  const rim = rimOf(washes, headUnit);
  const settling = smoothNoise(SETTLING.seed, SETTLING.sigma, subject).data;
  const running = smoothNoise(RUNNING.seed, RUNNING.sigma * headUnit, subject).data;
  checkpoint();
  const canvas: Canvas = { L: graded.L.slice(), a: graded.a.slice(), b: graded.b.slice() };
  matteSkin(canvas, skin.data, person.skin);
  const { a, b } = canvas;
  for (let i = 0; i < lab.L.length; i++) {
    if (alpha.data[i] === 0) {
      canvas.L[i] = paper[0];
      continue;
    }
    const fine = clamp((paper[0] - lab.L[i]) / paper[0]);
    const drawn = Math.max(DRAWN.eyes * eyes.data[i], DRAWN.lips * lips.data[i], teeth.data[i]);
    const wet = (1 - drawn) * (1 - 0.6 * skin.data[i]);
    let paint = mix(washes.data[i], fine, drawn);
    paint += rim[i] * (1 - drawn);
    paint *=
      1 +
      (1 - drawn) * SETTLING.share * (1 - 0.6 * skin.data[i]) * settling[i] +
      wet * RUNNING.share * running[i];
    const line =
      PENCIL.strength *
      mix(1, PENCIL.onSkin, skin.data[i]) *
      smoothstep(PENCIL.from, PENCIL.full, form.lines[i]) *
      smoothstep(0.3, 0.7, alpha.data[i]);
    paint = clamp(paint);
    const thin = smoothstep(0, 0.12, paint);
    const chroma = mix(CHROMA, 1, skin.data[i]);
    canvas.L[i] = mix(paper[0] * (1 - paint), ink[0], line);
    canvas.a[i] = mix(
      mix(paper[1], chroma * mix(form.a[i], a[i], mix(0.5, 1, skin.data[i])), thin),
      ink[1],
      line,
    );
    canvas.b[i] = mix(
      mix(paper[2], chroma * mix(form.b[i], b[i], mix(0.5, 1, skin.data[i])), thin),
      ink[2],
      line,
    );
  }
  return canvas;
}

/** Darkness of the washes in [0, 1]: smooth along the forms, in soft steps; skin keeps its own. */
function washesOf({ subject, skin, rendering }: FittedPerson, form: Abstraction): Plane {
  const { lab, width, height } = subject;
  const { paper } = rendering.colours;
  const steps = Array.from({ length: WASH.steps }, (_, k) => ({
    from: (100 * (k + 0.5)) / WASH.steps,
    value: (k + 1) / WASH.steps,
  }));
  const tones = celTable(0, steps, WASH.softness, [0, 100]);
  const washes = createPlane(width, height);
  for (let i = 0; i < lab.L.length; i++) {
    const onSkin = subject.skin.data[i];
    const calm = form.broad[i] + clamp(form.fine[i] - form.broad[i], -1, LIGHTS_ON_SKIN);
    const smooth = mix(100 * form.fine[i], mattedLightness(100 * calm, skin), onSkin);
    const dark = clamp((paper[0] - smooth) / paper[0]);
    const thin = THINNING.gain * dark ** THINNING.gamma;
    const own = mix(thin, dark, onSkin * smoothstep(68, 50, skin.L));
    washes.data[i] = mix(own, celTone(tones, 100 * own), WASH.share);
  }
  return washes;
}

/** How much darker the edges of washes are. */
function rimOf(washes: Plane, headUnit: number): Float32Array {
  const fine = gaussianBlur(washes, EDGE.fine * headUnit).data;
  const coarse = gaussianBlur(washes, EDGE.coarse * headUnit).data;
  for (let i = 0; i < fine.length; i++) fine[i] = clamp(EDGE.gain * (fine[i] - coarse[i]), 0, EDGE.most);
  return fine;
}
