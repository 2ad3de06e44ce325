import { clamp, mix, parseHexColour, smoothstep, srgbToLinear } from '@avatar/image';

/** A colour at a place of the ramp, and how many times brighter than it looks the light is. Default 1. */
export type RampStop = readonly [at: number, hex: string, light?: number];

const STEPS = 256;

/** Linear light along the way through the stops, smooth at each; `at` is held at the ends. */
export class LightRamp {
  readonly #first: number;
  readonly #scale: number;
  readonly #values = new Float32Array(3 * (STEPS + 2));

  constructor(stops: readonly RampStop[]) {
    const last = stops[stops.length - 1][0];
    this.#first = stops[0][0];
    this.#scale = STEPS / (last - this.#first);
    const lights = stops.map(([, hex, light = 1]) =>
      (parseHexColour(hex) as number[]).map((value) => srgbToLinear(value) * light),
    );
    for (let step = 0, next = 1; step < STEPS + 2; step++) {
      const at = Math.min(last, this.#first + step / this.#scale);
      while (next < stops.length - 1 && at > stops[next][0]) next++;
      const share = smoothstep(stops[next - 1][0], stops[next][0], at);
      for (let channel = 0; channel < 3; channel++)
        this.#values[step * 3 + channel] = mix(lights[next - 1][channel], lights[next][channel], share);
    }
  }

  /** One channel at a place. */
  light(at: number, channel: number): number {
    const position = clamp((at - this.#first) * this.#scale, 0, STEPS);
    const step = Math.floor(position);
    const low = this.#values[step * 3 + channel];
    return low + (this.#values[step * 3 + 3 + channel] - low) * (position - step);
  }
}
