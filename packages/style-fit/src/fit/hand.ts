import { clamp, labToRgb, hexColour, type Lab } from '@avatar/image';
import type {
  Brushwork,
  LabColour,
  PaletteColour,
  RetouchParameters,
  Sheet,
  SheetTexture,
  Style,
  Technique,
} from '@avatar/styles';
import type { Measures } from './measures.js';
import { rounded, roundedLab } from './rounded.js';

/** Colours and marks that a hand needs besides the light: chosen once, so that every avatar has the same. */
export interface Hand {
  readonly strength: number;
  readonly ink: LabColour;
  readonly sheet: Sheet;
  readonly retouch?: RetouchParameters;
  readonly brushwork?: Brushwork;
  readonly background: Style['background'];
}

interface Given {
  readonly measures: Measures;
  readonly palette: readonly PaletteColour[];
  readonly grain: SheetTexture;
  /** Commonest colours of the examples' grounds, the commonest first. */
  readonly grounds: readonly PaletteColour[];
}

const hex = ([L, a, b]: Lab): string => hexColour(labToRgb(L, a, b));
const flatPaper = ({ paper }: Measures): Style['background'] => ({
  token: hex(roundedLab(paper)),
  palette: 'neutral_grey',
});
/** The darkest lines, with a trace of their colour. */
const inkOf = ({ tone, line }: Measures, share: number, most: number): LabColour =>
  roundedLab([clamp(share * tone[1], 6, most), 0.6 * line.colour[1], 0.5 * line.colour[2]]);

/** Lines of the examples are at the limit of what 768 px show: they are ruled a little wider. */
const PITCH = { perWidth: 1.42, least: 4.3, most: 6.5, sidePx: 800 };

function engraver({ measures, grain, grounds }: Given): Hand {
  const pitch = clamp(measures.line.widthPx * PITCH.perWidth, PITCH.least, PITCH.most) / PITCH.sidePx;
  const ink = inkOf(measures, 0.7, 30);
  const paper = roundedLab(measures.paper);
  const ground = (grounds[1] ?? grounds[0]).colour;
  return {
    strength: 0.5,
    ink,
    sheet: {
      texture: grain,
      mottling: 0.3,
      ruling: {
        paper,
        ink,
        pitch: rounded(pitch, 5),
        shade: rounded(clamp((paper[0] - ground[0]) / 60, 0.12, 0.5), 3),
      },
    },
    background: flatPaper(measures),
  };
}

/** A band of the most colourful paint at the top of woodblock prints: a shade darker and stronger than it is elsewhere. */
const BAND = { lightness: 0.86, chroma: 1.2, reach: 0.24, strength: 0.85 };

function blockPrinter({ measures, palette, grain }: Given): Hand {
  const [accent] = [...palette].sort(
    (one, other) => Math.hypot(other.colour[1], other.colour[2]) - Math.hypot(one.colour[1], one.colour[2]),
  );
  const [L, a, b] = accent.colour;
  return {
    strength: 0.7,
    ink: inkOf(measures, 0.75, 22),
    sheet: {
      texture: grain,
      mottling: 0.6,
      band: {
        colour: roundedLab([L * BAND.lightness, a * BAND.chroma, b * BAND.chroma]),
        reach: BAND.reach,
        strength: BAND.strength,
      },
    },
    background: flatPaper(measures),
  };
}

/** A ground as dark as the examples' often are would swallow dark hair. */
const GROUND = { least: 28, light: 0.35, edge: 0.4, chroma: 1.35 };
/** Paint has no shine of skin, and no grain of a camera. */
const MATTE: RetouchParameters = {
  skinSmoothing: 0.4,
  skinColour: 0.2,
  mixedLight: 0.5,
  shine: 0.7,
  underEyes: 0.15,
  eyes: 0.3,
  teeth: 0,
  sharpening: 0.6,
  clarity: 0.2,
  denoise: 0.9,
  focusFalloff: 0.4,
};

function painter({ measures, grain, grounds }: Given): Hand {
  const [L, a, b] = grounds[0].colour;
  const centre: Lab = [
    Math.max(GROUND.least, L) + GROUND.light * measures.groundSpread,
    a * GROUND.chroma,
    b * GROUND.chroma,
  ];
  const edge: Lab = [centre[0] * GROUND.edge, a, b];
  // The busier the finest marks, the thicker the paint.
  const thickness = clamp(measures.bands[1] / 0.9);
  return {
    strength: 0.75,
    ink: inkOf(measures, 0.6, 22),
    sheet: { texture: { ...grain, strength: rounded(0.5 * grain.strength, 2) }, mottling: 0.5 },
    retouch: MATTE,
    brushwork: {
      broadest: 0.05,
      finest: 0.003,
      layers: 5,
      length: 4.5,
      colourVariation: rounded(0.3 + 0.3 * thickness, 3),
      relief: rounded(0.3 + 0.4 * thickness, 3),
    },
    background: { token: 'studio_light', palette: `${hex(roundedLab(centre))},${hex(roundedLab(edge))}` },
  };
}

/** Pigment that is left of the examples' ink in a thin line. */
const PENCIL = { share: 0.9, most: 40 };

function watercolourist({ measures, grain }: Given): Hand {
  return {
    strength: 0.55,
    ink: inkOf(measures, PENCIL.share, PENCIL.most),
    sheet: { texture: grain, mottling: 0.8 },
    background: flatPaper(measures),
  };
}

/** A ground as light as this is the paper. */
const LIGHT_GROUND = 60;

/** Chalk leaves the paper, a mezzotint is scraped out of black: the ground is the examples' own. */
function stippler({ measures, grain, grounds }: Given): Hand {
  return {
    strength: 0.5,
    ink: inkOf(measures, 0.7, 30),
    sheet: { texture: grain, mottling: 0.5 },
    background:
      grounds[0].colour[0] > LIGHT_GROUND
        ? flatPaper(measures)
        : { token: hex(grounds[0].colour), palette: 'neutral_grey' },
  };
}

export const HANDS: Readonly<Record<Technique, (given: Given) => Hand>> = {
  hatch: engraver,
  flat: blockPrinter,
  paint: painter,
  wash: watercolourist,
  stipple: stippler,
};
