import { mean, median, type Lab } from '@avatar/image';
import type { Descriptor } from '../descriptor/descriptor.js';

/** The medians of a set. */
export interface Measures {
  readonly tone: readonly number[];
  readonly chroma: readonly number[];
  readonly hues: readonly number[];
  readonly bands: readonly number[];
  readonly flat: number;
  readonly line: {
    readonly density: number;
    readonly widthPx: number;
    readonly hatching: number;
    readonly depth: number;
    readonly colour: Lab;
  };
  readonly paper: Lab;
  readonly groundPlain: number;
  readonly groundSpread: number;
  /** Share of the examples in which a face was found, and how sure it was, in [0, 1]. */
  readonly faces: number;
  readonly facePresence: number;
  /** Undefined below three faces. */
  readonly skin: { readonly colour: Lab; readonly tone: readonly number[] } | undefined;
}

const LEAST_FACES = 3;
/** Examples with fewer lines say nothing about the colour of lines. */
const DRAWN = 0.004;
const NO_INK: Lab = [20, 0, 0];

const medians = (rows: readonly (readonly number[])[]): number[] =>
  rows[0].map((_, i) => median(rows.map((row) => row[i])));
const colourMedian = (colours: readonly Lab[]): Lab => medians(colours) as unknown as Lab;

export function measuresOf(examples: readonly Descriptor[]): Measures {
  const of = (value: (example: Descriptor) => number) => median(examples.map(value));
  const rows = (row: (example: Descriptor) => readonly number[]) => medians(examples.map(row));
  const drawn = examples.filter(({ lines }) => lines.density > DRAWN);
  const skins = examples.flatMap(({ skin }) => skin ?? []);
  return {
    tone: rows(({ tone }) => tone),
    chroma: rows(({ colours }) => colours.chroma),
    hues: rows(({ colours }) => colours.hues),
    bands: rows(({ bands }) => bands),
    flat: of(({ flat }) => flat),
    line: {
      density: of(({ lines }) => lines.density),
      widthPx: of(({ lines }) => lines.widthPx),
      hatching: of(({ lines }) => lines.hatching),
      depth: of(({ lines }) => lines.depth),
      colour: drawn.length > 0 ? colourMedian(drawn.map(({ lines }) => lines.colour)) : NO_INK,
    },
    paper: colourMedian(examples.map(({ ground }) => ground.paper)),
    groundPlain: of(({ ground }) => ground.plain),
    groundSpread: of(({ ground }) => ground.spread),
    faces: skins.length / examples.length,
    facePresence: mean(examples.map(({ facePresence }) => facePresence)),
    skin:
      skins.length < LEAST_FACES
        ? undefined
        : {
            colour: colourMedian(skins.map(({ colour }) => colour)),
            tone: medians(skins.map(({ tone }) => tone)),
          },
  };
}
