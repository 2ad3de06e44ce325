import type { Plane, RasterImage } from '@avatar/stage';
import { boxBlur, createPlane, enlarge, guidedFilter, luma, smoothstep, toPlanar } from '@avatar/image';
import type { HeadPlacement } from '../model/head-region.js';
import { clingingParts } from './clinging-parts.js';
import { lostParts } from './lost-parts.js';
import type { Presence } from './presence-model.js';

/**
 * How far a contradiction takes the fine matte's word away around it, in coarse pixels; more where the matte lost its
 * way.
 */
const LOST_REACH_PX = 4;
const GROWN_REACH_PX = 1;
/** Deep inside a person a veil is closed. */
const CORE_PX = 3;
const CORE = { from: 0.92, to: 0.96 };
/** A part of the coarse window so large is enough. */
const ENOUGH = 0.3;
/** Nothing of a person within so many coarse pixels: haze there goes. */
const OPEN_PX = 6;
const OPEN = { from: 0.1, to: 0.16 };
/** The coarse outline is brought to the picture's edges within this many pixels of the matte. */
const EDGE_PX = 7;
const EDGE_EPSILON = 6e-4;

/**
 * One matte of two: `presence` says who is there, `fine` where the edge is. Where both agree the fine matte is kept
 * as it is. What it lost of the person, and what clings to it, is settled by the coarse outline brought to the
 * picture's edges.
 *
 * @param picture what both models saw, in the size of `fine`
 * @param heads in pixels of `fine`: parts are given back to these people only; everybody is whole without it
 */
export function fuseMattes(
  fine: Plane,
  presence: Presence,
  picture: RasterImage,
  heads: readonly HeadPlacement[] | undefined,
): Plane {
  const { width, height } = fine;
  const { person } = presence;
  const onGrid = enlarge(fine, person.width, person.height);
  const scale = [person.width / width, person.height / height] as const;
  const full = (plane: Plane): Plane => enlarge(plane, width, height);
  const around = (marked: Plane, radius: number): Float32Array | undefined =>
    marked.data.some((value) => value > 0) ? full(reaching(marked, radius)).data : undefined;
  const lost = around(lostParts(onGrid, presence, scale, heads), LOST_REACH_PX);
  const grown = around(clingingParts(onGrid, presence, scale, heads), GROWN_REACH_PX);
  const core = full(boxBlur(person, CORE_PX)).data;
  const near = full(boxBlur(person, OPEN_PX)).data;
  // Where nothing is contradicted nobody asks for it.
  const outline = lost || grown ? outlineIn(picture, full(person)) : undefined;
  const fused = createPlane(width, height);
  for (let i = 0; i < fused.data.length; i++) {
    let alpha = fine.data[i];
    if (outline) {
      const line = outline[i];
      const back = lost ? lost[i] : 0;
      const away = grown ? grown[i] : 0;
      if (back > 0) alpha += Math.max(0, smoothstep(0.3, 0.75, line) - alpha) * back;
      if (away > 0) alpha += Math.min(0, smoothstep(0.6, 0.95, line) - alpha) * away;
    }
    if (alpha > 0.1 && alpha < 1)
      alpha = Math.max(alpha, smoothstep(CORE.from, CORE.to, core[i]) * smoothstep(0.1, 0.4, alpha));
    if (alpha > 0 && alpha < 0.9)
      alpha *= smoothstep(OPEN.from, OPEN.to, near[i] + smoothstep(0.5, 0.9, alpha));
    fused.data[i] = alpha;
  }
  return fused;
}

/** The coarse outline brought to the picture's edges. */
const outlineIn = (picture: RasterImage, person: Plane): Float32Array =>
  guidedFilter(luma(toPlanar(picture)), person, { radiusPx: EDGE_PX, epsilon: EDGE_EPSILON }).data;

/** 1 in the marked parts and around them, falling off beyond `radius`. */
function reaching(marked: Plane, radius: number): Plane {
  const spread = boxBlur(boxBlur(marked, radius), radius);
  for (let i = 0; i < spread.data.length; i++)
    spread.data[i] = Math.max(marked.data[i], Math.min(1, spread.data[i] / ENOUGH));
  return spread;
}
