import type { HairStyle } from '@avatar/character';
import type { Rig } from '../rig/rig.js';
import type { Hairdo } from './lock.js';
import { afro } from './styles/afro.js';
import { bald } from './styles/bald.js';
import { bob } from './styles/bob.js';
import { braids } from './styles/braids.js';
import { bun } from './styles/bun.js';
import { buzz } from './styles/buzz.js';
import { crop } from './styles/crop.js';
import { curlyShort } from './styles/curly-short.js';
import { halfUp } from './styles/half-up.js';
import { lob } from './styles/lob.js';
import { locsShort } from './styles/locs-short.js';
import { longCurly } from './styles/long-curly.js';
import { longLocs } from './styles/long-locs.js';
import { longStraight } from './styles/long-straight.js';
import { longWavy } from './styles/long-wavy.js';
import { mohawk } from './styles/mohawk.js';
import { pixie } from './styles/pixie.js';
import { ponytail } from './styles/ponytail.js';
import { quiff } from './styles/quiff.js';
import { receding } from './styles/receding.js';
import { sidePart } from './styles/side-part.js';
import { slickBack } from './styles/slick-back.js';
import { topBun } from './styles/top-bun.js';
import { undercut } from './styles/undercut.js';

/** Every style that a character may ask for. */
export const HAIR_STYLE_GROOMERS: Readonly<Record<HairStyle, (rig: Rig) => Hairdo>> = {
  afro,
  bald,
  bob,
  braids,
  bun,
  buzz,
  crop,
  curly_short: curlyShort,
  half_up: halfUp,
  lob,
  locs_short: locsShort,
  long_curly: longCurly,
  long_locs: longLocs,
  long_straight: longStraight,
  long_wavy: longWavy,
  mohawk,
  pixie,
  ponytail,
  quiff,
  receding,
  side_part: sidePart,
  slick_back: slickBack,
  top_bun: topBun,
  undercut,
};
