import type { Framing, Gesture } from '@avatar/character';
import { phrase } from '../words/phrase.js';

/** A turn of the head or what the arms do, beyond what descriptions of people say. */
export type PoseValue =
  | { readonly yaw: number }
  | { readonly turnBy: number }
  | { readonly gesture: Gesture }
  | { readonly framing: Framing }
  /** A step closer, or with a minus farther away. */
  | { readonly closer: number }
  /** To the other side than now. */
  | { readonly mirrored: true }
  /** Farther round than a head is drawn. */
  | { readonly beyond: true };

const WHO = '(?:me |him |her |them |it |my head |his head |her head |their head |the head |your head )?';
const BIT = '(?:a bit |a little |slightly )';
const TO = '(?:to |towards |toward )?(?:the |my |his |her |their |your )?';
/** Degrees of a head that looks to a side. */
const SIDE = 25;
const THREE_QUARTERS = 30;
const A_BIT = 10;
const QUARTER = '(?:3\\/4|three quarters?)(?: side)?(?: view| angle| profile| pose| portrait)?';

const HIS = '(?:my |his |her |their |your |the |its )?';

export const POSES = [
  phrase<PoseValue>(
    `(?:cross|fold|crosses|folds|crossing|folding) ${HIS}arms|${HIS}arms (?:be |are )?(?:crossed|folded)|arms crossed`,
    {
      gesture: 'arms_crossed',
    },
  ),
  phrase<PoseValue>(`(?:give|gives|giving|show|showing|with|do) (?:a |me a |us a )?thumbs? up`, {
    gesture: 'thumbs_up',
  }),
  phrase<PoseValue>(
    `(?:zoom|zoomed|move|go|step) (?:further |more |a bit |way )?out|less zoomed(?: in)?|not so close|too close|too zoomed in|zoom back|(?:from )?(?:farther|further) away|show more of (?:me|him|her|them)|more distance|step back`,
    {
      closer: -1,
    },
  ),
  phrase<PoseValue>(
    `zoom(?:ed)? (?:further |more |a bit |way )?in|zoom closer|too far away|too small|(?:come |move |get )?closer(?! together)|nearer|bigger face|larger face|tighter crop|crop (?:it |me |him |her |this |the picture )?(?:a bit |a little |much )?(?:tighter|closer)|(?:a )?closer crop`,
    { closer: 1 },
  ),
  phrase<PoseValue>(
    `(?:see|show|with) (?:all of|the whole of) (?:him|her|them|me)(?! (?:and|in|as|with))|(?:his|her|their|my|the) (?:legs|feet|shoes)(?: too| as well)?|standing up|head to toe`,
    { framing: 'full_body' },
  ),
  phrase<PoseValue>(
    `(?:turn|look|face|looking|facing|turned|turning) ${WHO}(?:to |in )?(?:the )?(?:other|opposite) (?:way|side|direction)(?: round| around)?|(?:the )?(?:other|opposite) (?:way|side|direction)(?: round| around)?`,
    { mirrored: true },
  ),
  phrase<PoseValue>(QUARTER, { yaw: THREE_QUARTERS }),
  phrase<PoseValue>(`${QUARTER} (?:to|from|facing|towards) (?:the )?left`, { yaw: -THREE_QUARTERS }),
  phrase<PoseValue>(`(?:look|looking|turn|turned|face|facing|turns|looks) ${WHO}${TO}left`, { yaw: -SIDE }),
  phrase<PoseValue>(`(?:look|looking|turn|turned|face|facing|turns|looks) ${WHO}${TO}right`, { yaw: SIDE }),
  phrase<PoseValue>(
    `(?:look|turn|face|rotate) ${WHO}${BIT}(?:more )?${TO}left|${BIT}(?:more )?${TO}left|turn ${WHO}${TO}left ${BIT.trim()}|more ${TO}left`,
    { turnBy: -A_BIT },
  ),
  phrase<PoseValue>(
    `(?:look|turn|face|rotate) ${WHO}${BIT}(?:more )?${TO}right|${BIT}(?:more )?${TO}right|turn ${WHO}${TO}right ${BIT.trim()}|more ${TO}right`,
    { turnBy: A_BIT },
  ),
  phrase<PoseValue>(
    `(?:face|look at|look into|facing|looking at|looking into|turn ${WHO}(?:back )?(?:to|towards)) (?:the |into the )?(?:camera|viewer|front|lens|me)|face me|look(?:ing)? at (?:me|us|you|the viewer|the camera)|(?:straight|directly|right|back) (?:to|towards|into|at) the (?:camera|viewer|lens|front)|(?:look |looking )?(?:straight|right|directly) (?:at|into) (?:me|us|the camera|the lens)|straight (?:ahead|again|forward)|look straight(?: ahead)?|face forwards?|straight on|from the front|front view|front facing(?: portrait)?|frontal`,
    { yaw: 0 },
  ),
  phrase<PoseValue>(
    'arms? down|hands? down|lower (?:the |his |her |their |my |your )?(?:arms?|hands?)|no gesture|no waving|stop waving|put (?:the |his |her |their |my |your )?(?:arms?|hands?) down|without the gesture|uncross (?:the |his |her |their |my )?arms|arms at (?:his|her|their|my|the) sides?|neutral pose',
    { gesture: 'none' },
  ),
  phrase<PoseValue>(
    '(?:all the way )?(?:a?round )?(?:in|to|into|a|full) (?:full |side )?profile(?! (?:picture|photo|pic|avatar|image))|side profile|profile view|side view|from the side|from behind|back view|turn around|turned around|from above|from below|seen from behind',
    { beyond: true },
  ),
];
