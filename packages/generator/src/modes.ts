import { shortSidePx, type PictureSize } from '@avatar/stage';
import type { LoadOptions } from '@avatar/load';

/** How much work goes into a picture: `max` for one to keep, `eco` for a quick preview of it. */
export type Mode = 'max' | 'eco';

export const MODES: readonly Mode[] = ['max', 'eco'];

/** Everything in which the modes differ. */
export interface ModeSettings {
  /** Bounds of the shorter side, in pixels, at which the picture is made before it is brought to the size that was asked for. */
  readonly workingSizePx: { readonly min: number; readonly max: number };
  /** The photo is loaded with its longer side at most this long, in pixels, if its own limit is not lower. */
  readonly photoSidePx: number;
  /** Longer side of the matte model's input in pixels. */
  readonly matteInputPx: number;
  /** Whether time goes before the size of the file and the finest gradients. */
  readonly draft: boolean;
}

const SETTINGS: Readonly<Record<Mode, ModeSettings>> = {
  // The face needs pixels to be finished and verified: smaller pictures are made larger and shrunk.
  max: { workingSizePx: { min: 512, max: 2048 }, photoSidePx: Infinity, matteInputPx: 448, draft: false },
  // The verification model sees 112 px of a face, which 320 px of a portrait still hold.
  eco: { workingSizePx: { min: 320, max: 320 }, photoSidePx: 1024, matteInputPx: 192, draft: true },
};

export const modeSettings = (mode: Mode): ModeSettings => SETTINGS[mode];

/** Size at which a picture of another size is made: its shorter side within the mode's bounds. */
export function workingSize({ workingSizePx: { min, max } }: ModeSettings, size: PictureSize): PictureSize {
  const side = shortSidePx(size);
  const scale = Math.min(max, Math.max(min, side)) / side;
  return { widthPx: Math.round(size.widthPx * scale), heightPx: Math.round(size.heightPx * scale) };
}

/** The caller's limits, and not more of the photo than the mode has use for. */
export function photoLimits({ photoSidePx }: ModeSettings, limits: LoadOptions = {}): LoadOptions {
  if (photoSidePx >= (limits.maxSidePx ?? Infinity) || photoSidePx === Infinity) return limits;
  return { ...limits, maxSidePx: Math.max(photoSidePx, limits.minSidePx ?? 0) };
}
