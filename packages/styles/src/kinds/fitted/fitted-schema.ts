import { z } from 'zod';
import { brushwork } from '../../schema/brushwork.js';
import { choice, integer, number, object, share } from '../../schema/fields.js';
import { relight, tone } from '../../schema/light.js';
import { retouch } from '../../schema/retouch.js';
import { byteText, labColour, sheet } from '../../schema/sheet.js';
import { STYLE_EXAMPLES, TECHNIQUES } from './fitted-rendering.js';

/** Colours of the cloud. */
export const CLOUD_COLOURS = 768;
const SKIN_QUANTILES = 7;
const TONE_QUANTILES = 21;

const lightnesses = (count: number) => {
  const error = `a list of ${count} numbers from 0 to 100`;
  return z.array(number(0, 100), { error }).length(count, { error });
};

const colours = object({
  cloud: byteText(3 * CLOUD_COLOURS),
  strength: share(),
  palette: z
    .array(object({ colour: labColour(), weight: share() }), { error: 'a list of colours' })
    .min(1, { error: 'at least one colour' })
    .max(16, { error: 'at most 16 colours' }),
  paper: labColour(),
  ink: labColour(),
  tone: lightnesses(TONE_QUANTILES),
  skin: object({ colour: labColour(), tone: lightnesses(SKIN_QUANTILES) }).exactOptional(),
});

const record = object({
  examples: integer(1, STYLE_EXAMPLES.most),
  used: integer(1, STYLE_EXAMPLES.most),
  coherence: share(),
  confidence: share(),
  extractor: integer(1, 1000),
  checks: object({
    people: integer(1, 1000),
    likenessMedian: share(),
    likenessLeast: share(),
    presenceLeast: share(),
    monotone: z.boolean({ error: 'true or false' }),
  }).exactOptional(),
});

export const fittedRendering = object({
  kind: z.literal('fitted'),
  technique: choice(...TECHNIQUES),
  tone,
  relight,
  colours,
  line: object({ density: share(), widthPx: number(1, 6) }),
  sheet,
  retouch: retouch.exactOptional(),
  brushwork: brushwork.exactOptional(),
  record,
});
