/** Triangles of which every vertex is one of those that are asked for, and all others. */
export function splitTriangles(
  indices: Uint32Array,
  isOne: (vertex: number) => boolean,
): { readonly all: Uint32Array; readonly others: Uint32Array } {
  const all: number[] = [];
  const others: number[] = [];
  for (let t = 0; t < indices.length; t += 3) {
    const triangle = [...indices.subarray(t, t + 3)];
    (triangle.every(isOne) ? all : others).push(...triangle);
  }
  return { all: Uint32Array.from(all), others: Uint32Array.from(others) };
}
