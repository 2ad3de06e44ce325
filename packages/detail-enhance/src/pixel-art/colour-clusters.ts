/** Points of CIELAB, three numbers a point. */
export type LabPoints = Float32Array;

/** Hue and colourfulness tell materials apart better than lightness does: a and b count this much more. */
const CHROMA_WEIGHT = 1.6;
const ROUNDS = 10;

/** Index of the nearest centre, `a` and `b` weighted by `CHROMA_WEIGHT`. */
export function nearestCentre(centres: LabPoints, L: number, a: number, b: number): number {
  let nearest = 0;
  let least = Infinity;
  for (let k = 0; k < centres.length; k += 3) {
    const dL = L - centres[k];
    const da = (a - centres[k + 1]) * CHROMA_WEIGHT;
    const db = (b - centres[k + 2]) * CHROMA_WEIGHT;
    const distance = dL * dL + da * da + db * db;
    if (distance < least) {
      least = distance;
      nearest = k;
    }
  }
  return nearest / 3;
}

/** Evenly spread over the points by lightness. */
function firstCentres(points: LabPoints, count: number): LabPoints {
  const order = Array.from({ length: points.length / 3 }, (_, i) => i);
  order.sort((p, q) => points[p * 3] - points[q * 3]);
  const centres = new Float32Array(count * 3);
  for (let k = 0; k < count; k++) {
    const point = order[Math.floor(((k + 0.5) / count) * order.length)] * 3;
    centres.set(points.subarray(point, point + 3), k * 3);
  }
  return centres;
}

/** A palette of at most `count` colours for the points (k-means: S. Lloyd, 1957), deterministic. */
export function clusterColours(points: LabPoints, count: number): LabPoints {
  const size = Math.min(count, points.length / 3);
  const centres = firstCentres(points, size);
  const sums = new Float64Array(size * 4);
  for (let round = 0; round < ROUNDS; round++) {
    sums.fill(0);
    for (let i = 0; i < points.length; i += 3) {
      const at = nearestCentre(centres, points[i], points[i + 1], points[i + 2]) * 4;
      sums[at] += points[i];
      sums[at + 1] += points[i + 1];
      sums[at + 2] += points[i + 2];
      sums[at + 3]++;
    }
    for (let k = 0; k < size; k++)
      if (sums[k * 4 + 3] > 0)
        for (let channel = 0; channel < 3; channel++)
          centres[k * 3 + channel] = sums[k * 4 + channel] / sums[k * 4 + 3];
  }
  return centres;
}
