import { clamp } from '@avatar/image';
import type { Point3, WidthProfile } from '@avatar/vector';

/** How the width of a lock runs from root to tip. */
export type LockProfile = 'ball' | 'blade' | 'fall' | 'leaf' | 'rope' | 'strand' | 'swoosh' | 'tuft';

/** Where a lock is painted: behind everything, behind the face but over what lies behind the neck, or before the face. */
export type HairLayer = 'back' | 'knot' | 'mid' | 'front';

/** A lock of hair: a line in head space with a width. The looks make ribbons or tubes of it. */
export interface Lock {
  readonly centre: readonly Point3[];
  /** Half the width at its widest, in head units. */
  readonly halfWidth: number;
  readonly profile: LockProfile;
  /** -1 darker to 1 lighter than the hair. */
  readonly tone: number;
  readonly layer: HairLayer;
  /** Takes a highlight where it crosses the dome. */
  readonly isGlossy: boolean;
  /** Its edge is drawn inside of the mass of hair. */
  readonly hasEdge: boolean;
  /** Both edges are drawn. */
  readonly hasBothEdges?: boolean;
  /** One curl of a cloud of curls: drawn without an outline of its own. */
  readonly isSoft?: boolean;
  /** On a turned head the lock stays before the face as long as its lower half is nearer than this. Default 0.1. */
  readonly nearness?: number;
}

/** The hair as a surface close to the skull, which closes the gaps under the locks. */
export interface HairCap {
  /** Height over the skull. */
  readonly lift: number;
  /** How far it goes down at the back, 0 to 1. */
  readonly nape: number;
  /** Height of the hairline over the brow. */
  readonly hairlineY: number;
  /** 0 none to 1: how far the temples have gone back. */
  readonly recession: number;
  /** Height where the sideburns end. */
  readonly sideburnY: number;
  /** The sides run out into the skin. */
  readonly fades: boolean;
}

/** The band of light around the dome of smooth hair. */
export interface HairSheen {
  readonly lift: number;
  /** Elevation on the scalp in degrees. Default 41. */
  readonly elevation?: number;
  /** Height in degrees. Default 9. */
  readonly thickness?: number;
}

/** A head of hair, ready to be drawn. */
export interface Hairdo {
  /** Undefined for a bald head, or one that is wrapped. */
  readonly cap?: HairCap;
  readonly locks: readonly Lock[];
  readonly sheen?: HairSheen | undefined;
  /** Headwear sits on it. */
  readonly isPressed?: boolean;
}

/** Share of the half width along a lock. */
export const LOCK_PROFILES: Readonly<Record<LockProfile, WidthProfile>> = {
  ball: (t) => Math.sqrt(Math.max(0, 1 - (2 * t - 1) ** 2)),
  blade: (t) => (1 - t) ** 0.55 * (0.75 + 0.25 * Math.min(1, t * 5)),
  fall: (t) =>
    t < 0.3
      ? 0.3 + 0.5 * Math.sin((t / 0.3) * (Math.PI / 2))
      : t < 0.62
        ? 0.8 + (0.2 * (t - 0.3)) / 0.32
        : Math.max(0, (1 - t) / 0.38) ** 0.6,
  leaf: (t) => Math.sin(Math.PI * clamp(0.12 + t * 0.88)) ** 0.75,
  rope: (t) =>
    t < 0.9 ? 0.88 + 0.12 * Math.sin(t * 46) : 0.45 + 0.5 * Math.sqrt(Math.max(0, (1 - t) / 0.1)),
  strand: (t) => (t < 0.6 ? 0.75 + (0.25 * t) / 0.6 : Math.max(0, (1 - t) / 0.4) ** 0.62),
  swoosh: (t) => Math.sin(Math.PI * clamp(t ** 0.8)) ** 0.6,
  tuft: (t) => Math.sin(Math.PI * clamp(0.06 + t * 0.94)) ** 0.6,
};

/** The same locks on the other side of the head. */
export const mirrored = (locks: readonly Lock[]): Lock[] =>
  locks.map((lock) => ({
    ...lock,
    centre: lock.centre.map(([x, y, z]): Point3 => [-x, y, z]),
  }));

/** The locks and their mirror image. */
export const bothSides = (locks: readonly Lock[]): Lock[] => [...mirrored(locks), ...locks];
