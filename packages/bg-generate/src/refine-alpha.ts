import type { PlanarImage, Plane } from '@avatar/stage';
import { clamp, createPlane, mix, smoothstep } from '@avatar/image';
import { gatherEvidence, HALF, QUARTER, type EdgeEvidence } from './edge-evidence.js';
import { ReducedReader } from './reduced.js';

/** Mattes leave haze in the background and a veil on the person: opacities outside become 0 and 1. */
const LEVELS = { black: 0.08, white: 0.94 };
const leveled = (alpha: number): number => clamp((alpha - LEVELS.black) / (LEVELS.white - LEVELS.black));

/** Decides the opacity of one pixel at the edge from everything that is known around it. */
class EdgeReader {
  readonly #half: ReducedReader;
  readonly #quarter: ReducedReader;

  constructor(
    readonly evidence: EdgeEvidence,
    readonly image: PlanarImage,
  ) {
    this.#half = new ReducedReader(evidence.unsure, HALF);
    this.#quarter = new ReducedReader(evidence.person.known, QUARTER);
  }

  opacityAt(x: number, y: number, index: number, matte: number): number {
    const half = this.#half;
    half.moveTo(x, y);
    const unsure = smoothstep(0.06, 0.35, half.read(this.evidence.unsure));
    if (unsure === 0) return matte;
    this.#quarter.moveTo(x, y);
    const guided = mix(matte, this.#guided(index, matte), unsure);
    return mix(guided, this.#onColourLine(index, matte, guided), unsure);
  }

  /** The matte sharpened on the picture, as far as the colours around explain it. */
  #guided(index: number, matte: number): number {
    const half = this.#half;
    const quarter = this.#quarter;
    const { model, softness, reach } = this.evidence;
    const [red, green, blue] = this.image.planes;
    const [r, g, b] = model.slopes;
    const predicted = clamp(
      quarter.read(r) * red[index] +
        quarter.read(g) * green[index] +
        quarter.read(b) * blue[index] +
        quarter.read(model.offset),
    );
    // Hair may reach beyond the matte; along a clear outline what looks like the person is background in the same colour.
    const hair = smoothstep(0.38, 0.6, half.read(softness));
    const outline = smoothstep(0.02, 0.55, matte);
    const most = mix(outline, Math.max(matte, 3 * half.read(reach)), hair);
    const trust = smoothstep(0.35, 0.8, quarter.read(model.fit));
    return mix(smoothstep(0.12, 0.88, matte), Math.min(predicted, most), trust);
  }

  /** Where the pixel lies between the colours of both sides: removes haze readily, adds hardly. */
  #onColourLine(index: number, matte: number, alpha: number): number {
    if (alpha <= 0.015) return alpha;
    const quarter = this.#quarter;
    const { person, backdrop } = this.evidence;
    const known = quarter.read(person.known) * quarter.read(backdrop.known);
    if (known === 0) return alpha;
    let along = 0;
    let distance = 0;
    let fromBackdrop = 0;
    for (let channel = 0; channel < 3; channel++) {
      const behind = quarter.read(backdrop.colours[channel]);
      const difference = quarter.read(person.colours[channel]) - behind;
      const own = this.image.planes[channel][index] - behind;
      along += own * difference;
      distance += difference * difference;
      fromBackdrop += own * own;
    }
    const share = clamp(along / (distance + 1e-4));
    const trust = known * smoothstep(0.015, 0.1, distance) * Math.min(1, 6.6 * alpha * (1 - alpha));
    const value = mix(alpha, share, (share < alpha ? 0.85 : 0.22) * trust);
    // Where both sides look alike colours say nothing: the matte alone, tightened, so that no background clings.
    const bare = known * smoothstep(0.12, 0.3, distance) * (1 - smoothstep(0.004, 0.016, fromBackdrop));
    const alike = known * (1 - smoothstep(0.01, 0.06, distance));
    return mix(mix(value, smoothstep(0.28, 0.92, matte), alike), share, bare);
  }
}

/**
 * Sharpens a matte that was enlarged to the size of `image` on the picture's own colours. Only pixels near the edge
 * change: textured hair inside stays whole.
 */
export function refineAlpha(image: PlanarImage, alpha: Plane): Plane {
  const { width, height, data } = alpha;
  const evidence = gatherEvidence(image, alpha);
  const { data: unsure, width: unsureWidth } = evidence.unsure;
  const reader = new EdgeReader(evidence, image);
  const refined = createPlane(width, height);
  for (let y = 0, i = 0; y < height; y++) {
    const row = (y >> 1) * unsureWidth;
    for (let x = 0; x < width; x++, i++) {
      const matte = data[i];
      refined.data[i] = leveled(unsure[row + (x >> 1)] > 0.05 ? reader.opacityAt(x, y, i, matte) : matte);
    }
  }
  return refined;
}
