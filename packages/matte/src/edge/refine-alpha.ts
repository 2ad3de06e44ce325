import type { PlanarImage, Plane } from '@avatar/stage';
import {
  clamp,
  createPlane,
  mix,
  product,
  QUARTER,
  shrinkImage,
  smoothstep,
  StackReader,
} from '@avatar/image';
import { gatherEvidence, type EdgeEvidence } from './edge-evidence.js';

/** Mattes leave haze in the background and a veil on the person: opacities outside become 0 and 1. */
const LEVELS = { black: 0.08, white: 0.94 };
const STEEPNESS = 1 / (LEVELS.white - LEVELS.black);
const leveled = (alpha: number): number => clamp((alpha - LEVELS.black) * STEEPNESS);

/** Places of the values in the reader below. */
const UNSURE = 0;
const SOFTNESS = 1;
const REACH = 2;
const SLOPES = 3;
const OFFSET = 6;
const FIT = 7;
const PERSON = 8;
const BACKDROP = 11;
const KNOWN = 14;

/** Decides the opacity of one pixel at the edge from everything that is known around it. */
class EdgeReader {
  readonly #reader: StackReader;
  readonly #red: Float32Array;
  readonly #green: Float32Array;
  readonly #blue: Float32Array;

  constructor({ unsure, softness, reach, model, person, backdrop }: EdgeEvidence, image: PlanarImage) {
    const known = product(person.known, backdrop.known);
    const { slopes, offset, fit } = model;
    this.#reader = new StackReader(
      [unsure, softness, reach, ...slopes, offset, fit, ...person.colours, ...backdrop.colours, known],
      QUARTER,
    );
    [this.#red, this.#green, this.#blue] = image.planes;
  }

  moveToRow(y: number): void {
    this.#reader.moveToRow(y);
  }

  opacityAt(x: number, index: number, matte: number): number {
    this.#reader.readAt(x);
    const unsure = smoothstep(0.06, 0.35, this.#reader.values[UNSURE]);
    if (unsure === 0) return matte;
    const guided = mix(matte, this.#guided(index, matte), unsure);
    return mix(guided, this.#onColourLine(index, matte, guided), unsure);
  }

  /** The matte sharpened on the picture, as far as the colours around explain it. */
  #guided(index: number, matte: number): number {
    const around = this.#reader.values;
    const predicted = clamp(
      around[SLOPES] * this.#red[index] +
        around[SLOPES + 1] * this.#green[index] +
        around[SLOPES + 2] * this.#blue[index] +
        around[OFFSET],
    );
    // Hair may reach beyond the matte; along a clear outline what looks like the person is background in the same colour.
    const hair = smoothstep(0.38, 0.6, around[SOFTNESS]);
    const outline = smoothstep(0.02, 0.55, matte);
    const most = mix(outline, Math.max(matte, 3 * around[REACH]), hair);
    const trust = smoothstep(0.35, 0.8, around[FIT]);
    return mix(smoothstep(0.12, 0.88, matte), Math.min(predicted, most), trust);
  }

  /** Where the pixel lies between the colours of both sides: removes haze readily, adds hardly. */
  #onColourLine(index: number, matte: number, alpha: number): number {
    const around = this.#reader.values;
    const known = around[KNOWN];
    if (alpha <= 0.015 || known === 0) return alpha;
    const ownRed = this.#red[index] - around[BACKDROP];
    const ownGreen = this.#green[index] - around[BACKDROP + 1];
    const ownBlue = this.#blue[index] - around[BACKDROP + 2];
    const red = around[PERSON] - around[BACKDROP];
    const green = around[PERSON + 1] - around[BACKDROP + 1];
    const blue = around[PERSON + 2] - around[BACKDROP + 2];
    const along = ownRed * red + ownGreen * green + ownBlue * blue;
    const distance = red * red + green * green + blue * blue;
    const fromBackdrop = ownRed * ownRed + ownGreen * ownGreen + ownBlue * ownBlue;
    const share = clamp(along / (distance + 1e-4));
    const trust = known * smoothstep(0.015, 0.1, distance) * Math.min(1, 6.6 * alpha * (1 - alpha));
    const value = mix(alpha, share, (share < alpha ? 0.85 : 0.22) * trust);
    // Where both sides look alike colours say nothing: the matte alone, tightened, so that no background clings.
    const bare = known * smoothstep(0.12, 0.3, distance) * (1 - smoothstep(0.004, 0.016, fromBackdrop));
    const alike = known * (1 - smoothstep(0.01, 0.06, distance));
    return mix(mix(value, smoothstep(0.28, 0.92, matte), alike), share, bare);
  }
}

/** Doubt around up to which a pixel keeps the matte's opacity. */
const SURE = 0.03;

/**
 * Sharpens a matte that was enlarged to the size of `image` on the picture's own colours. Only pixels near the edge
 * change: textured hair inside stays whole.
 * @param quarter the picture at quarter size
 */
export function refineAlpha(image: PlanarImage, alpha: Plane, quarter = shrinkImage(image, QUARTER)): Plane {
  const { width, height, data } = alpha;
  const evidence = gatherEvidence(quarter, alpha);
  const unsure = evidence.unsure.data;
  const reader = new EdgeReader(evidence, image);
  const refined = createPlane(width, height);
  const target = refined.data;
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(y / QUARTER) * evidence.unsure.width;
    reader.moveToRow(y);
    for (let x = 0; x < width; x++, i++) {
      const matte = data[i];
      target[i] = leveled(unsure[row + ((x / QUARTER) | 0)] > SURE ? reader.opacityAt(x, i, matte) : matte);
    }
  }
  return refined;
}
