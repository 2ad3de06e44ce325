/**
 * How far a place of the face moves in a smile, in shares of how far the corner of the mouth does: `out` towards its own
 * side, `up` towards the eyes.
 */
export interface SmilePoint {
  /** Of the mesh: on the subject's right, and on the left. The same number twice on the middle line. */
  readonly at: readonly [right: number, left: number];
  readonly out: number;
  readonly up: number;
}

const row = (right: number, left: number, out: number, up: number): SmilePoint => ({
  at: [right, left],
  out,
  up,
});

/**
 * A smile of closed or parted lips: zygomaticus major draws the corners out and up (AU 12 of P. Ekman and W. Friesen's
 * Facial Action Coding System), the lips are stretched thin between them, the cheeks rise and push the lower lids up
 * (AU 6). Inner and outer lips go along, so that closed lips stay closed.
 */
export const SMILE_POINTS: readonly SmilePoint[] = [
  // Corners, and what lies beside them.
  row(61, 291, 1, 1),
  row(78, 308, 0.92, 0.95),
  row(57, 287, 0.85, 0.9),
  row(186, 410, 0.72, 0.85),
  row(43, 273, 0.6, 0.66),
  row(212, 432, 0.55, 0.58),
  row(216, 436, 0.55, 0.8),
  row(92, 322, 0.5, 0.55),
  // Upper lip, outer and inner edge.
  row(185, 409, 0.84, 0.8),
  row(40, 270, 0.62, 0.44),
  row(39, 269, 0.4, 0.14),
  row(37, 267, 0.2, -0.06),
  row(0, 0, 0, -0.1),
  row(191, 415, 0.82, 0.78),
  row(80, 310, 0.62, 0.44),
  row(81, 311, 0.4, 0.16),
  row(82, 312, 0.2, 0),
  row(13, 13, 0, -0.04),
  // Lower lip.
  row(95, 324, 0.82, 0.78),
  row(88, 318, 0.62, 0.44),
  row(178, 402, 0.4, 0.16),
  row(87, 317, 0.2, 0),
  row(14, 14, 0, -0.04),
  row(146, 375, 0.84, 0.8),
  row(91, 321, 0.62, 0.48),
  row(181, 405, 0.38, 0.2),
  row(84, 314, 0.18, 0.06),
  row(17, 17, 0, 0.02),
  // Cheeks, from the fold outwards and up to the lids.
  row(206, 426, 0.3, 0.52),
  row(207, 427, 0.4, 0.6),
  row(205, 425, 0.25, 0.5),
  row(187, 411, 0.28, 0.46),
  row(36, 266, 0.1, 0.36),
  row(50, 280, 0.12, 0.34),
  row(101, 330, 0.04, 0.24),
  row(118, 347, 0.02, 0.16),
  row(117, 346, 0.02, 0.13),
  row(230, 450, 0, 0.13),
  row(23, 253, 0, 0.1),
  row(145, 374, 0, 0.07),
  row(144, 373, 0, 0.06),
  row(153, 380, 0, 0.06),
  // Wings of the nose, and under it.
  row(129, 358, 0.06, 0.08),
  row(98, 327, 0.05, 0.02),
  row(2, 2, 0, -0.03),
  row(164, 164, 0, -0.07),
  // Lower cheek and chin.
  row(202, 422, 0.38, 0.4),
  row(204, 424, 0.18, 0.2),
  row(214, 434, 0.28, 0.32),
  row(192, 416, 0.2, 0.26),
  row(213, 433, 0.16, 0.24),
  row(210, 430, 0.12, 0.12),
  row(18, 18, 0, 0.04),
  // What keeps still: nose, eyes, chin and the outline.
  ...[4, 6, 195, 200, 152].map((middle) => row(middle, middle, 0, 0)),
  ...(
    [
      [33, 263],
      [133, 362],
      [159, 386],
      [160, 387],
      [158, 385],
      [105, 334],
      [55, 285],
      [127, 356],
      [234, 454],
      [93, 323],
      [132, 361],
      [58, 288],
      [172, 397],
      [136, 365],
      [150, 379],
      [149, 378],
      [148, 377],
    ] as const
  ).map(([right, left]) => row(right, left, 0, 0)),
];
