import { findByToken } from './look-up.js';
import type { GradeParameters } from './parameters/grade.js';
import type { RelightParameters } from './parameters/light.js';
import type { Style } from './style.js';

/** A light that can be asked for in any style. */
export interface LightEntry {
  readonly token: string;
  readonly label: string;
  /** Laid over the finished picture, behind the style's own grade. It tints and never brightens. */
  readonly grade: GradeParameters;
  /** What it changes of the lamp of styles that light the person anew. */
  readonly relight?: (own: RelightParameters) => RelightParameters;
}

const NEUTRAL: GradeParameters = {
  monochrome: 0,
  redFilter: 0,
  saturation: 1,
  tint: {
    shadows: { a: 0, b: 0 },
    midtones: { a: 0, b: 0 },
    highlights: { a: 0, b: 0 },
  },
  contrast: 0,
  blackPoint: 0,
  whitePoint: 100,
  vignette: 0,
  glow: { strength: 0, threshold: 100, reach: 0.01 },
  grain: 0,
};

/** Every light, with its label. */
export const LIGHTS = [
  {
    token: 'warm',
    label: 'Warm light',
    grade: {
      ...NEUTRAL,
      tint: { shadows: { a: 1.5, b: 5 }, midtones: { a: 3, b: 10 }, highlights: { a: 2.5, b: 12 } },
    },
  },
  {
    token: 'cool',
    label: 'Cool light',
    grade: {
      ...NEUTRAL,
      tint: { shadows: { a: 0, b: -6 }, midtones: { a: -1, b: -8 }, highlights: { a: -1, b: -8 } },
    },
  },
  {
    token: 'soft',
    label: 'Soft light',
    grade: {
      ...NEUTRAL,
      blackPoint: 5,
      whitePoint: 98,
      glow: { strength: 0.14, threshold: 62, reach: 0.014 },
    },
    relight: (own) => ({
      ...own,
      ambient: Math.min(1, own.ambient + 0.25),
      shadowFill: Math.min(1, own.shadowFill + 0.25),
      castShadows: 0,
    }),
  },
  {
    token: 'dramatic',
    label: 'Dramatic light',
    grade: { ...NEUTRAL, contrast: 0.35, vignette: 0.35 },
    relight: (own) => ({
      ...own,
      ambient: Math.max(0.25, own.ambient - 0.2),
      falloff: own.falloff + 0.4,
      shadowFill: own.shadowFill * 0.4,
      castShadows: Math.max(own.castShadows ?? 0, 0.45),
      ratio: { ...own.ratio, min: Math.min(own.ratio.min, 0.55) },
    }),
  },
] as const satisfies readonly LightEntry[];

export type LightToken = (typeof LIGHTS)[number]['token'];

/** @throws AvatarError `invalid-options` for an unknown token */
export const lightByToken = (token: string): LightEntry => findByToken<LightEntry>('light', LIGHTS, token);

/** The style with its lamp as the light has it; styles that do not light the person stay as they are. */
export function styleInLight(style: Style, light: LightEntry | undefined): Style {
  const { rendering } = style;
  if (light?.relight === undefined || !('relight' in rendering)) return style;
  return { ...style, rendering: { ...rendering, relight: light.relight(rendering.relight) } };
}
