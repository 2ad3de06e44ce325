import type { Brushwork } from '../../parameters/brushwork.js';
import type { RelightParameters, ToneParameters } from '../../parameters/light.js';
import type { RetouchParameters } from '../../parameters/retouch.js';
import type { LabColour, Sheet } from '../../parameters/sheet.js';

/** How many example pictures make a style. */
export const STYLE_EXAMPLES = {
  /** Fewer are refused unless somebody allows them. */
  usual: 50,
  /** With fewer the figures are luck. */
  least: 8,
  most: 200,
} as const;

/** The hands that draw, each with what was measured of the examples. */
export const TECHNIQUES = ['hatch', 'paint', 'flat', 'wash', 'stipple'] as const;

/**
 * `hatch`: ruled lines that follow the form, as in engravings. `paint`: oil on a toned ground. `flat`: plates of few
 * colours with key lines, as in woodblock prints. `wash`: watercolour over a thin line, with paper left bare. `stipple`:
 * grain on the tooth of the paper, as in chalk drawings and mezzotints.
 */
export type Technique = (typeof TECHNIQUES)[number];

/** Lines of the examples. Lengths are pixels of a picture of 768 px on its longer side. */
export interface FittedLine {
  /** Share of the pixels that lie on a dark line, in [0, 1]. */
  readonly density: number;
  /** 1 to 6. */
  readonly widthPx: number;
}

/** Faces of the examples; only where at least three were found. */
export interface FittedSkin {
  readonly colour: LabColour;
  /** L of the skin at the quantiles 3, 10, 25, 50, 75, 90 and 97 %. */
  readonly tone: readonly number[];
}

export interface PaletteColour {
  readonly colour: LabColour;
  /** Share of the examples' pixels, in [0, 1]. */
  readonly weight: number;
}

/** What was measured of the examples, and no part of any of them. */
export interface FittedColours {
  /** 768 colours that spread as those of the examples do: L, a + 128 and b + 128, one byte each, in base64url. */
  readonly cloud: string;
  /** How far colours of the photo move to those of the examples, in [0, 1]. Skin keeps its own lightness. */
  readonly strength: number;
  readonly palette: readonly PaletteColour[];
  readonly paper: LabColour;
  readonly ink: LabColour;
  /** L of the examples at the quantiles 0, 5, 10 ... 100 %. */
  readonly tone: readonly number[];
  readonly skin?: FittedSkin;
}

/** How well the examples were understood, for people; no pixel depends on it. */
export interface FitRecord {
  /** Pictures that were given, and those that the style was made of. */
  readonly examples: number;
  readonly used: number;
  /** How alike the examples are, in [0, 1]. */
  readonly coherence: number;
  /** Share of resampled sets that lead to the same technique and nearly the same figures, in [0, 1]. */
  readonly confidence: number;
  /** Version of the measuring. */
  readonly extractor: number;
  /** How its avatars look to the quality gate, which goes by it. */
  readonly checks?: MeasuredChecks;
}

/** What the quality gate measured of a style's avatars of several people, all but `people` in [0, 1]. */
export interface MeasuredChecks {
  readonly people: number;
  /** Calibrated likeness at full intensity. */
  readonly likenessMedian: number;
  readonly likenessLeast: number;
  /** Least confidence that a face is where it should be, at any intensity. */
  readonly presenceLeast: number;
  /** Whether a weaker intensity never makes an avatar less like the person. */
  readonly monotone: boolean;
}

/** How the person is rendered: as example pictures were measured to be drawn. Made by `@avatar/style-fit`. */
export interface FittedRendering {
  readonly kind: 'fitted';
  readonly technique: Technique;
  readonly tone: ToneParameters;
  readonly relight: RelightParameters;
  readonly colours: FittedColours;
  readonly line: FittedLine;
  readonly sheet: Sheet;
  readonly retouch?: RetouchParameters;
  /** Paints the finished picture anew in oil. */
  readonly brushwork?: Brushwork;
  readonly record: FitRecord;
}
