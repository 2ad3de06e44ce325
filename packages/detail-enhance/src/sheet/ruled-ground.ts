import { clamp, mix, smoothNoise, smoothstep, type LabImage } from '@avatar/image';
import type { Plane } from '@avatar/stage';
import type { SheetRuling } from '@avatar/styles';

/** Of the lines to the horizontal, in radians. */
const ANGLE = 0.18;
/** A trembling hand, in lines, and its softness as a fraction of the side. */
const TREMOR = { seed: 23, lines: 0.05, softness: 0.0175 };
/** The ground's shade is deepest beside the head and ends before the border: centre, radii and reach of the fade. */
const SHADE = { y: 0.44, wide: 0.5, high: 0.52, full: 0.66, none: 1.08, side: 0.55 };
/** One family of lines gets no darker than this. */
const MOST = 0.42;
/** Half the width of the soft edge of a line, in pixels. */
const EDGE_PX = 0.62;
/** Darkness of a backdrop from where on it is ruled, so that paper stays bare. */
const BARE = 0.06;

/**
 * Rules the ground behind the person, in place: a shade beside the head, and the tones of whatever backdrop there is.
 * @param keySide 1 when the light comes from the right of the picture, else -1: the ground is darker on the other side
 */
export function ruleGround(
  { L, a, b, width, height }: LabImage,
  person: Plane,
  { paper, ink, pitch, shade }: SheetRuling,
  keySide: number,
): void {
  const pitchPx = Math.max(3.4, pitch * Math.min(width, height));
  const tremor = smoothNoise(TREMOR.seed, TREMOR.softness * width, { width, height }).data;
  const [along, across] = [(Math.sin(ANGLE) * keySide) / pitchPx, Math.cos(ANGLE) / pitchPx];
  const range = Math.max(10, paper[0] - ink[0]);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const behind = 1 - person.data[i];
      if (behind <= 0) continue;
      const own = clamp((paper[0] - L[i]) / range);
      const dark = Math.min(
        MOST,
        Math.max(own > BARE ? own : 0, shade * shadeAt(x / width, y / height, keySide)),
      );
      const place = across * y + along * x + TREMOR.lines * tremor[i];
      const away = Math.abs(place - Math.round(place)) * pitchPx;
      const line = clamp(((dark * pitchPx) / 2 - away) / EDGE_PX + 0.5) * clamp(dark * 9);
      L[i] = mix(L[i], mix(paper[0], ink[0], line), behind);
      a[i] = mix(a[i], mix(paper[1], ink[1], line), behind);
      b[i] = mix(b[i], mix(paper[2], ink[2], line), behind);
    }
}

function shadeAt(x: number, y: number, keySide: number): number {
  const across = x - 0.5;
  const away = Math.hypot(across / SHADE.wide, (y - SHADE.y) / SHADE.high);
  return (0.8 - 2 * SHADE.side * keySide * across) * (1 - smoothstep(SHADE.full, SHADE.none, away));
}
