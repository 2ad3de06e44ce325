import { clamp, mix, nthSmallest, smoothstep } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { CelHairParameters } from '@avatar/styles';
import type { Abstraction } from './abstraction.js';
import { lay, type Canvas } from './canvas.js';
import { celTable, celTone } from './cel-table.js';
import type { DrawnSubject } from './subject.js';

/** Hair as it will be drawn. */
interface DrawnHair {
  /** Middle lightness in L. */
  readonly L: number;
  /** Usual difference of a strand to its surroundings, in L. */
  readonly strand: number;
  /** 1 for black hair, 0 for light hair. */
  readonly darkness: number;
}

const SURE = 0.8;
const STRIDE = 11;
const LEAST_SAMPLES = 60;
const LEAST_STRAND = 1.2;
/** Lightness between which hair is dark and light. */
const DARK = { from: 25, to: 55 };
/** Hair mask values between which the drawing changes from what is beside the hair to hair. */
const EDGE = { from: 0.32, to: 0.58 };
/** Half the width of the border between two tones, in units of the usual strand. */
const SOFTNESS = { flat: 0.13, soft: 0.75 };
const RANGE = [-5, 5] as const;

function measureHair(form: Abstraction, hair: Plane): DrawnHair | undefined {
  const lightness: number[] = [];
  const strands: number[] = [];
  for (let i = 0; i < hair.data.length; i += STRIDE) {
    if (hair.data[i] < SURE) continue;
    lightness.push(form.along[i] * 100);
    strands.push(Math.abs(form.strands[i]) * 100);
  }
  if (lightness.length < LEAST_SAMPLES) return undefined;
  const share = (values: number[], part: number) =>
    nthSmallest(Float32Array.from(values), Math.floor(part * (values.length - 1)));
  const L = share(lightness, 0.5);
  const darkness = 1 - smoothstep(DARK.from, DARK.to, L);
  return { L, strand: Math.max(LEAST_STRAND, share(strands, 0.8)), darkness };
}

/** Tones from deep shadow to gloss: dark hair has less room for shadow and more for light. */
function hairTones({ darkness }: DrawnHair, contrast: number, softness: number) {
  const tone = (light: number, dark: number) => contrast * mix(light, dark, darkness);
  return celTable(
    tone(-15, -7),
    [
      { from: -1.35, value: tone(-7, -4) },
      { from: -0.45, value: 0 },
      { from: 0.75, value: tone(6, 8) },
      { from: 1.9, value: tone(13, 20) },
    ],
    mix(SOFTNESS.flat, SOFTNESS.soft, softness),
    RANGE,
  );
}

/** What hair is drawn from. */
interface HairSubject {
  readonly subject: DrawnSubject;
  readonly form: Abstraction;
  /** Where hair is, 0 to 1. */
  readonly hair: Plane;
  /** Where light lies on the hair, 0 to 1. */
  readonly sheen: Float32Array;
}

/** How hair is drawn. */
interface HairPaint extends CelHairParameters {
  /** Factor on its colourfulness. */
  readonly saturation: number;
  /** 0: flat tones with crisp borders. 1: tones that flow into each other. */
  readonly softness: number;
}

/**
 * Hair in a few flat tones whose borders follow the strands, in its own local colours. Black hair gets blue-black lights.
 */
export function paintHair(
  canvas: Canvas,
  { subject, form, hair, sheen }: HairSubject,
  { contrast, gloss, saturation, softness }: HairPaint,
): void {
  const drawn = measureHair(form, hair);
  if (drawn === undefined) return;
  const tones = hairTones(drawn, contrast, softness);
  const { darkness } = drawn;
  const middle = mix(drawn.L, drawn.L * 0.9 + 5, darkness);
  for (let i = 0; i < hair.data.length; i++) {
    const opacity = smoothstep(EDGE.from, EDGE.to, hair.data[i]) * (1 - subject.skin.data[i]);
    if (opacity <= 0) continue;
    const broad = form.surroundings[i] * 100 - drawn.L;
    const strand = clamp((form.strands[i] * 100) / drawn.strand, -2.5, 2.5);
    const tone = celTone(tones, clamp(broad / 23, -0.9, 0.9) + strand + gloss * sheen[i]);
    const a = form.a[i] * saturation;
    const b = form.b[i] * saturation;
    const neutral = darkness * (1 - smoothstep(5, 12, Math.hypot(a, b)));
    const shade = tone < 0 ? 1 : 0;
    lay(
      canvas,
      i,
      middle + clamp(broad * 0.35, -8, 8) + tone,
      a + neutral * 2 + shade * 1.5,
      b - neutral * (4 + 0.3 * Math.max(0, tone)) - shade * 2,
      opacity,
    );
  }
}
