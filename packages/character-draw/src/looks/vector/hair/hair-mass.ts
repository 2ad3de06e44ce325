import type { PathData } from '@avatar/vector';
import type { Lock } from '../../../hair/lock.js';
import type { HairTones } from '../tones.js';

/** Locks that are painted as one: a layer of hair, a beard, a moustache. */
export interface HairMass {
  readonly locks: readonly Lock[];
  readonly tones: HairTones;
  /** Colour of every third lock. */
  readonly streak?: HairTones | undefined;
  /** Behind the head: darker, without highlights. */
  readonly isBack: boolean;
  readonly cap?: { readonly path: PathData; readonly fades: boolean; readonly lift: number } | undefined;
  /** The band of light replaces single highlights. */
  readonly hasSheen: boolean;
  /** Shadow of the form and loose strands. */
  readonly isHead: boolean;
}
