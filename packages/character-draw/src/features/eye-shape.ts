import { clamp, mix } from '@avatar/image';
import type { Point2 } from '@avatar/vector';
import type { Rig } from '../rig/rig.js';
import { heightAt, LAUGHING_ARC } from './shut-line.js';
import { EYE_CURVES, type EyeCurves, type EyePoint } from './eye-design.js';

/** -1 for the eye on the viewer's left, 1 for the one on the right. */
export type Side = -1 | 1;
export const SIDES = [-1, 1] as const;

/** One eye, measured in head units and placed on the face. */
export interface EyeShape {
  readonly side: Side;
  readonly curves: EyeCurves;
  /** Distance from the middle of the face, and height. */
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  /** Height of the upper lid as it stands now, and relaxed. */
  readonly lidHeight: number;
  readonly openHeight: number;
  readonly lowerHeight: number;
  readonly irisRadius: number;
  /** Middle of the iris: u, and height in head units. */
  readonly iris: EyePoint;
  /** Points of the lids: u, and height in head units. */
  readonly upper: readonly EyePoint[];
  readonly lower: readonly EyePoint[];
  readonly isShut: boolean;
  /** How far the upper lid has come down, 0 to 1, and the height at u where the lids meet. */
  readonly closing: number;
  readonly shutAt: (u: number) => number;
  /** How long the lashes are drawn, 0 to 1. */
  readonly lashShare: number;
  /** A point of the eye on the canvas: u, and height in head units. */
  readonly at: (u: number, dy: number, lift?: number) => Point2;
}

/** Large eyes all look alike: inked looks tell the designs apart by this power of their factors. */
const INKED_CONTRAST = 2;

/** @param isInked inked looks have larger eyes */
export function eyeShape(rig: Rig, side: Side, isInked: boolean): EyeShape {
  const { person, proportions } = rig;
  const { character, age, masculine, expression, asymmetry } = person;
  const { size, tilt, spacing, lid, lashes, design } = character.eyes;
  const curves = EYE_CURVES[design];
  const lashShare = clamp((lashes - 0.3) / 0.5);
  const scale =
    mix(isInked ? 0.74 : 0.8, isInked ? 1.18 : 1.16, size) * proportions.eyeSize * (1 - 0.1 * age);
  const told = (factor: number) => (isInked ? factor ** INKED_CONTRAST : factor);
  const aspect = scale * proportions.eyeAspect * told(curves.height);
  const halfWidth = 0.262 * scale ** 0.8 * (1 + 0.02 * lashShare) * told(curves.width);
  const lidShare = lid === 'single' ? 0.9 : lid === 'hooded' ? 0.93 : 1;
  const openHeight =
    (isInked ? 0.182 : 0.168) * aspect * mix(1.04, 0.8, masculine) * lidShare * (1 - 0.1 * age);
  const lowerHeight = (isInked ? 0.135 : 0.118) * aspect * mix(1.02, 0.86, masculine);
  const lidHeight = openHeight * clamp(expression.lid, 0, 1.2);
  const wanted = mix(0.37, 0.495, spacing) + 0.01 * (proportions.eyeSize - 1);
  const x = Math.max(wanted, halfWidth * 1.02 + mix(0.1, 0.16, spacing));
  const y = proportions.eyeY + side * asymmetry.eye + 0.02 * (character.face.length - 0.5);
  const slope =
    mix(isInked ? 0.105 : 0.09, isInked ? -0.105 : -0.09, tilt) * (design === 'sharp' ? 0.6 : 1) -
    (lid === 'single' ? 0.015 : 0) +
    0.03 * age;
  const squeeze = expression.cheek * 0.28;
  const at = (u: number, dy: number, lift = 0) =>
    rig.onEyePlane(side * (x + u * halfWidth), y + dy + slope * u, lift);
  const singleShare = (u: number) => (lid === 'single' ? (u < 0 ? 0.82 : 0.95) : 1);
  const roundness = (1.04 - 0.24 * masculine) * told(curves.height);
  const irisRadius =
    (openHeight + lowerHeight) *
    0.5 *
    proportions.irisSize *
    curves.iris *
    (isInked ? mix(1, 1.06, masculine) / roundness ** 0.35 : 1);
  const openUpper: readonly EyePoint[] = curves.upper.map(([u, v]) => [
    u,
    v < 0 ? v * singleShare(u) * lidHeight : v * lowerHeight,
  ]);
  const openLower: readonly EyePoint[] = curves.lower.map(([u, v]) => [
    u,
    v * lowerHeight * (1 - squeeze * (1 - Math.abs(u) * 0.5)),
  ]);
  const { closing, arc } = expression;
  const shutAt = (u: number) => mix(heightAt(openLower, u), heightAt(LAUGHING_ARC, u), arc);
  const closed = (edge: readonly EyePoint[], share: number): readonly EyePoint[] =>
    share === 0 ? edge : edge.map(([u, dy]) => [u, mix(dy, shutAt(u), share)]);
  return {
    side,
    curves,
    x,
    y,
    halfWidth,
    lidHeight,
    openHeight,
    lowerHeight,
    irisRadius,
    iris: [
      clamp(-Math.sin(rig.view.yawRad) * 0.26 * side, -0.3, 0.3) - 0.03,
      (lowerHeight - openHeight) * 0.5 - 0.055 * (openHeight + lowerHeight) + (curves.isHeavy ? 0.03 : 0),
    ],
    upper: closed(openUpper, closing),
    lower: closed(openLower, closing * arc),
    closing,
    shutAt,
    isShut: expression.lid <= 0.05,
    lashShare,
    at,
  };
}
