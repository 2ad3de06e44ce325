/** CIELAB, D65: L 0 to 100, a and b -128 to 127. */
export type LabColour = readonly [L: number, a: number, b: number];

/** Grain of paper, canvas or plate, as a spectrum: no pixel of any picture is in it. */
export interface SheetTexture {
  /**
   * Amplitudes by frequency for a square of 64 px of a picture of 800 px, one byte each in base64url: 33 rows of
   * vertical frequencies from 0 to 32, each of 64 horizontal ones from 0 to 63 (from 32 on they are negative). A byte is
   * 16 for every doubling above 1/256 of the largest; 0 is none.
   */
  readonly spectrum: string;
  /** Root mean square of the grain in L, 0 to 6. */
  readonly strength: number;
}

/** Parallel lines in the place of the backdrop's tones, as engravers rule a ground. */
export interface SheetRuling {
  readonly paper: LabColour;
  readonly ink: LabColour;
  /** Distance of the lines as a fraction of the side of the picture, 0.003 to 0.03. */
  readonly pitch: number;
  /** Darkness of the ground beside the head, in [0, 1]; towards the border it fades to bare paper. */
  readonly shade: number;
}

/** A colour that is wiped out downwards from the upper edge (bokashi, in woodblock prints). */
export interface SheetBand {
  readonly colour: LabColour;
  /** Where it has faded, as a fraction of the height, 0.05 to 1. */
  readonly reach: number;
  /** Opacity at the edge, in [0, 1]. */
  readonly strength: number;
}

/** What the finished picture stands on. */
export interface Sheet {
  readonly texture: SheetTexture;
  /** Slow changes of the tone, root mean square in L, 0 to 3. */
  readonly mottling: number;
  /** Behind the person. */
  readonly ruling?: SheetRuling;
  /** Behind the person. */
  readonly band?: SheetBand;
}
