import type { NoseShape as NoseName } from '@avatar/character';
import type { Rig } from '../../../rig/index.js';
import { mix } from '../render/maths.js';

/** The nose in head space. */
export interface NoseShape {
  /** Half the width at the wings. */
  readonly wing: number;
  /** Height of the base. */
  readonly base: number;
  /** Depth of the tip. */
  readonly tip: number;
  /** Size of the tip's ball. */
  readonly ball: number;
  /** How far the tip turns up: -1 down to 1 up. */
  readonly turn: number;
  /** Half the width of the bridge, and its height over the face. */
  readonly ridge: number;
  readonly bridge: number;
  /** Hump on the bridge. */
  readonly hump: number;
  /** Nostrils' size, factor. */
  readonly nostril: number;
}

/** What a form adds to the measures. */
const FORMS: Readonly<
  Record<NoseName, { wing: number; ball: number; turn: number; hump: number; tip: number; ridge: number }>
> = {
  straight: { wing: 0, ball: 0, turn: 0, hump: 0, tip: 0, ridge: 0 },
  aquiline: { wing: -0.005, ball: -0.008, turn: -0.55, hump: 0.075, tip: 0.02, ridge: 0.004 },
  broad: { wing: 0.045, ball: 0.022, turn: -0.1, hump: -0.01, tip: -0.02, ridge: 0.02 },
  bulbous: { wing: 0.02, ball: 0.042, turn: -0.1, hump: 0, tip: 0.02, ridge: 0.01 },
  button: { wing: -0.012, ball: 0.014, turn: 0.75, hump: -0.03, tip: -0.035, ridge: -0.004 },
  snub: { wing: 0.008, ball: 0.01, turn: 0.95, hump: -0.045, tip: -0.01, ridge: 0 },
};

export function noseShapeOf(rig: Rig): NoseShape {
  const { person, proportions, head } = rig;
  const { nose } = person.character;
  const form = FORMS[nose.shape];
  const size = proportions.noseSize;
  const base = proportions.noseY + mix(-0.075, 0.085, nose.length) + 0.025 * person.age;
  const height = (0.2 + 0.09 * nose.length + 0.06 * nose.bridge) * size;
  return {
    wing: mix(0.115, 0.235, nose.width) * mix(1, size, 0.5) * (1 + 0.08 * person.age) + form.wing,
    base,
    tip: head.front(base) + height + form.tip,
    ball: mix(0.082, 0.116, nose.width) * mix(1, size, 0.6) + form.ball + 0.008 * person.age,
    turn: form.turn - 0.15 * person.age,
    ridge: mix(0.04, 0.06, nose.width) + form.ridge,
    bridge: mix(0.02, 0.1, nose.bridge),
    hump: form.hump,
    nostril: 0.9 + 0.2 * nose.width,
  };
}
