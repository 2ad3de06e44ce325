/** Oil paint over the finished picture, person and backdrop alike. Lengths are fractions of the head's height. */
export interface Brushwork {
  /** Half the width of the broadest brush, 0.02 to 0.12. */
  readonly broadest: number;
  /** Half the width of the finest brush, which paints eyes and mouth, 0.002 to 0.02. */
  readonly finest: number;
  /** Sizes of brush, from the broadest to the finest in equal ratios, 2 to 6. */
  readonly layers: number;
  /** Length of a stroke along an edge, in widths of its brush, 1 to 8. */
  readonly length: number;
  /** Strength of the differences in lightness and hue from stroke to stroke, 0 to 1. */
  readonly colourVariation: number;
  /** Depth of the paint as a raking light shows it, 0 to 1. */
  readonly relief: number;
}
