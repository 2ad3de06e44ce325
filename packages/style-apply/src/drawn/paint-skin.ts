import { landmarkPoint, LEFT_EYE_OUTER_CORNER, RIGHT_EYE_OUTER_CORNER } from '@avatar/face';
import { clamp, mix, smoothstep } from '@avatar/image';
import type { FaceLandmarks, Plane } from '@avatar/stage';
import type { CelSkinParameters, ShadingParameters } from '@avatar/styles';
import type { Abstraction } from './abstraction.js';
import { lay, type Canvas } from './canvas.js';
import { celTable, celTone } from './cel-table.js';
import type { DrawnSkin } from './skin-measure.js';
import type { DrawnSubject } from './subject.js';

/** Skin mask values between which the drawing changes to skin. */
const EDGE = { from: 0.25, to: 0.65 };
/** Borders of the tones, in spreads of the skin's lightness, and the tones in shadows' depths. */
const DEEP = { below: -2.7, tone: -1.75 };
const SHADOW = { below: -0.95, tone: -1 };
const LIGHT = { above: 1.6, tone: 0.22 };
const SOFTNESS = { flat: 1.2, soft: 9 };
/** Light of the mesh that counts as the middle tone, and L for a unit of it. */
const MESH = { middle: 0.62, gain: 35 };
/** Features of the face: what is darker than the broad form counts in full, what is lighter little. In L. */
const DETAIL = { darkest: -16, lightest: 3 };
/** Shadows on skin are redder: a and b for a full shadow. */
const SHADOW_COLOUR = { a: 6, b: -2 };
/** Flat colour looks paler than a photo of the same colour. */
const SATURATION = 1.06;
/**
 * A highlight in L; and the redness that light under the skin gives to the edge of the shadow, where the light falls
 * by so much.
 */
const HIGHLIGHT = 16;
const TERMINATOR = { a: 5, at: -9, width: 7 };
/** Cheeks: mesh points, radii in distances between the eyes' outer corners, colour of a full blush. */
const CHEEKS = { points: [50, 280], wide: 0.2, high: 0.125, a: 6, L: -1.5 };

/** What falls on the skin, planes at full size. */
interface SkinLight {
  /** Light of the style on the mesh: cosine to the key light, -1 to 1. */
  readonly facing: Float32Array;
  /** 1 on the face mesh, where `facing` is known well. */
  readonly onMesh: Float32Array;
  /** Mirror light on the mesh, 0 to 1. */
  readonly highlight: Float32Array;
  /** Cast shadows, 0 to 1. */
  readonly cast: Plane;
}

function blushAt(landmarks: FaceLandmarks) {
  const right = landmarkPoint(landmarks, RIGHT_EYE_OUTER_CORNER);
  const left = landmarkPoint(landmarks, LEFT_EYE_OUTER_CORNER);
  const apart = Math.hypot(left[0] - right[0], left[1] - right[1]);
  const [wide, high] = [CHEEKS.wide * apart, CHEEKS.high * apart];
  const [[x1, y1], [x2, y2]] = CHEEKS.points.map((point) => landmarkPoint(landmarks, point));
  return (x: number, y: number): number => {
    const one = ((x - x1) / wide) ** 2 + ((y - y1) / high) ** 2;
    const other = ((x - x2) / wide) ** 2 + ((y - y2) / high) ** 2;
    const nearer = one < other ? one : other;
    return nearer > 6 ? 0 : Math.exp(-nearer);
  };
}

/** 1 where light turns into shadow. */
const edgeOfLight = (mesh: number): number => Math.exp(-(((mesh - TERMINATOR.at) / TERMINATOR.width) ** 2));

/** What skin is drawn from. */
interface SkinSubject {
  readonly subject: DrawnSubject;
  readonly form: Abstraction;
  readonly tone: DrawnSkin;
  readonly light: SkinLight;
}

/** Skin in four tones, under the photo's light and the style's, with the features of the face in them. */
export function paintSkin(
  canvas: Canvas,
  { subject, form, tone, light }: SkinSubject,
  { meshLight, shadow, detail, blush, softness, gloss }: CelSkinParameters & ShadingParameters,
): void {
  const { skin, width, height } = subject;
  const { spread } = tone;
  const tones = celTable(
    DEEP.tone * shadow,
    [
      { from: DEEP.below * spread, value: SHADOW.tone * shadow },
      { from: SHADOW.below * spread, value: 0 },
      { from: LIGHT.above * spread, value: LIGHT.tone * shadow },
    ],
    mix(SOFTNESS.flat, SOFTNESS.soft, softness),
    [-60, 60],
  );
  const blushHere = blushAt(subject.landmarks);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (skin.data[i] <= EDGE.from) continue;
      const opacity = smoothstep(EDGE.from, EDGE.to, skin.data[i]);
      const seen = form.broad[i] * 100 - tone.L;
      const mesh = (light.facing[i] - MESH.middle) * MESH.gain;
      const value = seen + (mesh - seen) * meshLight * light.onMesh[i];
      const cast = light.cast.data[i];
      const own = celTone(tones, value) * (1 - 0.4 * cast);
      const dark = Math.min(own, -shadow * cast);
      const shade = clamp(-dark / (1.2 * shadow || 1));
      const red = blush > 0 ? blush * blushHere(x, y) : 0;
      const finer = clamp((form.fine[i] - form.broad[i]) * 100, DETAIL.darkest, DETAIL.lightest);
      lay(
        canvas,
        i,
        tone.L + dark + finer * detail + CHEEKS.L * red + HIGHLIGHT * gloss * light.highlight[i],
        tone.a * SATURATION +
          SHADOW_COLOUR.a * shade +
          CHEEKS.a * red +
          TERMINATOR.a * gloss * edgeOfLight(mesh),
        tone.b * SATURATION + SHADOW_COLOUR.b * shade,
        opacity,
      );
    }
}
