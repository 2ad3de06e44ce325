import { mean, median, spectrumOf } from '@avatar/image';
import { SPECTRUM_BYTES, type SheetTexture } from '@avatar/styles';
import { PATCH, type TexturePatch } from '../descriptor/texture.js';
import { rounded } from './rounded.js';

/** Patches with more energy than this many times the median, or with more form under them in L, are no bare paper. */
const BARE = { energy: 2.2, form: 14 };
/** Grain of scans and of JPEG passes this rarely; more would hide a face. */
const STRONGEST = 3;
/** Steps of a byte for every doubling of an amplitude, and the weakest that is kept, as a share of the largest. */
const STEPS = 16;
const WEAKEST = 1 / 256;

const hann = (i: number): number => Math.sin((Math.PI * ((i % PATCH) + 0.5)) / PATCH);

/** The mean amplitude spectrum of the examples' bare grounds. Phases, which make a picture, are not kept. */
export function grainOf(patches: readonly TexturePatch[]): SheetTexture {
  const usual = median(patches.map(({ energy }) => energy));
  const bare = patches.filter(({ energy, form }) => energy <= BARE.energy * usual && form <= BARE.form);
  const amplitudes = new Float64Array(SPECTRUM_BYTES);
  for (const { grain } of bare) {
    const windowed = grain.map((value, i) => value * hann(i) * hann(Math.floor(i / PATCH)));
    const { real, imaginary } = spectrumOf(windowed, PATCH);
    for (let i = 1; i < amplitudes.length; i++) amplitudes[i] += Math.hypot(real[i], imaginary[i]);
  }
  const largest = amplitudes.reduce((most, value) => Math.max(most, value), 0);
  const bytes = Buffer.alloc(SPECTRUM_BYTES);
  for (let i = 0; i < bytes.length; i++) {
    const share = largest > 0 ? amplitudes[i] / largest : 0;
    bytes[i] = share > WEAKEST ? Math.min(255, Math.round(1 + STEPS * Math.log2(share / WEAKEST))) : 0;
  }
  const strength = bare.length > 0 ? mean(bare.map(({ grain }) => rms(grain))) : 0;
  return {
    spectrum: bytes.toString('base64url'),
    strength: rounded(Math.min(STRONGEST, strength), 2),
  };
}

function rms(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum / values.length);
}
