import { fastSrgb } from '../colour/colour.js';
import type { HdrSignal } from './hdr-signal.js';

/** Light of a white sheet of paper in cd/m2, which becomes white (ITU-R BT.2408). */
const REFERENCE_WHITE = 203;
const PQ_PEAK = 10_000;
/** Nominal display of HLG and its system gamma (ITU-R BT.2100, table 5). */
const HLG_PEAK = 1000;
const HLG_GAMMA = 1.2;
/** Luminance up to which nothing changes; faces are below. */
const KNEE = 0.75;

/** Share of the pixels that may be brighter than what is taken for the brightest. */
const GLINTS = 0.001;

type Matrix = readonly [number, number, number, number, number, number, number, number, number];
type Weights = readonly [number, number, number];

/** Linear light to that of BT.709 (ITU-R BT.2087; P3 with D65 from its chromaticities). */
const TO_BT709: Readonly<Record<HdrSignal['primaries'], Matrix>> = {
  bt709: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  bt2020: [1.6605, -0.5876, -0.0728, -0.1246, 1.1329, -0.0083, -0.0182, -0.1006, 1.1187],
  p3: [1.2249, -0.2247, 0, -0.042, 1.0419, 0, -0.0197, -0.0786, 1.0979],
};
const LUMINANCE: Readonly<Record<HdrSignal['primaries'], Weights>> = {
  bt709: [0.2126, 0.7152, 0.0722],
  bt2020: [0.2627, 0.678, 0.0593],
  p3: [0.229, 0.6917, 0.0793],
};

/** PQ to luminance, 1 at the reference white (SMPTE ST 2084). */
function pqLight(code: number): number {
  const root = code ** (1 / 78.84375);
  const base = Math.max(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root);
  return (base ** (1 / 0.1593017578125) * PQ_PEAK) / REFERENCE_WHITE;
}

/** HLG to light of the scene, 0 to 1 (ITU-R BT.2100, inverse OETF). */
function hlgScene(code: number): number {
  const [a, b, c] = [0.17883277, 0.28466892, 0.55991073];
  return code <= 0.5 ? (code * code) / 3 : (Math.exp((code - c) / a) + b) / 12;
}

const CODES = 65_536;
const tableOf = (curve: (code: number) => number): Float32Array =>
  Float32Array.from({ length: CODES }, (_, i) => curve(i / (CODES - 1)));

/**
 * Pixels of high dynamic range to 8-bit sRGB. Light up to three quarters of a white sheet of paper stays as it is,
 * what is brighter is brought below white, and colours that sRGB lacks lose saturation, not brightness.
 * @param pixels red, green, blue, 16 bit, as coded
 */
export function sdrFromHdr(pixels: Uint16Array, { transfer, primaries }: HdrSignal): Uint8Array {
  const light = tableOf(transfer === 'pq' ? pqLight : hlgScene);
  const weights = LUMINANCE[primaries];
  const luminanceAt = (i: number) =>
    weights[0] * light[pixels[i]] + weights[1] * light[pixels[i + 1]] + weights[2] * light[pixels[i + 2]];
  const display = transfer === 'pq' ? (luminance: number) => luminance : hlgDisplay;
  const tone = toneCurve(brightest(pixels.length, (i) => display(luminanceAt(i))));
  const matrix = TO_BT709[primaries];
  const sdr = new Uint8Array(pixels.length);
  for (let i = 0; i < pixels.length; i += 3) {
    const luminance = luminanceAt(i);
    if (luminance <= 0) continue;
    const target = tone(display(luminance));
    const scale = target / luminance;
    const [r, g, b] = [light[pixels[i]] * scale, light[pixels[i + 1]] * scale, light[pixels[i + 2]] * scale];
    encode(sdr, i, target, [
      matrix[0] * r + matrix[1] * g + matrix[2] * b,
      matrix[3] * r + matrix[4] * g + matrix[5] * b,
      matrix[6] * r + matrix[7] * g + matrix[8] * b,
    ]);
  }
  return sdr;
}

/** Light of the scene to that of the display, 1 at the reference white (ITU-R BT.2100, OOTF). */
const hlgDisplay = (luminance: number): number => (luminance ** HLG_GAMMA * HLG_PEAK) / REFERENCE_WHITE;

/** Luminance that all but a few pixels are below. */
function brightest(length: number, luminanceAt: (i: number) => number): number {
  const counts = new Uint32Array(1024);
  const bin = (luminance: number) => Math.min(1023, Math.floor(Math.log2(1 + luminance) * 170));
  for (let i = 0; i < length; i += 3) counts[bin(luminanceAt(i))]++;
  let left = (length / 3) * GLINTS;
  for (let i = counts.length - 1; i > 0; i--) {
    left -= counts[i];
    if (left < 0) return 2 ** ((i + 1) / 170) - 1;
  }
  return 0;
}

/** Straight up to the knee, then bent so that `peak` becomes 1 (Reinhard's curve with a white point). */
function toneCurve(peak: number): (luminance: number) => number {
  if (peak <= 1) return (luminance) => Math.min(1, luminance);
  const room = 1 - KNEE;
  const top = (peak - KNEE) / room;
  return (luminance) => {
    if (luminance <= KNEE) return luminance;
    const above = Math.min(top, (luminance - KNEE) / room);
    return KNEE + (room * above * (1 + above / (top * top))) / (1 + above);
  };
}

/** Writes a colour, mixed with the grey of its own luminance as far as it takes to fit. */
function encode(target: Uint8Array, at: number, grey: number, colour: Weights): void {
  let share = 1;
  for (const value of colour) {
    if (value < 0) share = Math.min(share, grey / (grey - value));
    else if (value > 1) share = Math.min(share, value > grey ? (1 - grey) / (value - grey) : 0);
  }
  for (let c = 0; c < 3; c++) target[at + c] = fastSrgb(grey + (colour[c] - grey) * share) * 255 + 0.5;
}
