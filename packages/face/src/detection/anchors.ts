/** One layer of an anchor grid: a cell every `stridePx`, `perCell` anchors at the centre of each. */
export interface AnchorLayer {
  readonly stridePx: number;
  readonly perCell: number;
}

/** Centres x, y of all anchors of a square input, layer after layer, row by row. */
export function anchorCentres(sizePx: number, layers: readonly AnchorLayer[]): Float32Array {
  const centres: number[] = [];
  for (const { stridePx, perCell } of layers) {
    const cells = Math.ceil(sizePx / stridePx);
    for (let row = 0; row < cells; row++)
      for (let column = 0; column < cells; column++)
        for (let i = 0; i < perCell; i++) centres.push((column + 0.5) * stridePx, (row + 0.5) * stridePx);
  }
  return Float32Array.from(centres);
}
