import { eyeMidpoint } from '@avatar/face';
import { createPlane, gaussianBlur, rasteriseSvg, seededRandom, shortSide } from '@avatar/image';
import type { FaceLandmarks, PlanarImage, Plane } from '@avatar/stage';
import type { ArcaneRing } from '@avatar/styles';
import { sign } from './ring-signs.js';

export interface RingTask {
  readonly landmarks: FaceLandmarks;
  readonly headHeightPx: number;
  readonly ring: ArcaneRing;
  readonly intensity: number;
  readonly seed: number;
}

/** The middle of the head lies this far above the eyes, in head heights. */
const ABOVE_EYES = 0.06;
/** Largest radius as a share of the side, and smallest in head heights. */
const WITHIN = 0.46;
const AROUND_HEAD = 0.56;
const SIGNS = 22;
const TICKS = 88;
/** Radii of the circles, in radii of the ring. */
const CIRCLES = [1, 0.965, 0.79] as const;
const SIGN_RADIUS = 0.878;
const SIGN_SIZE = 0.058;
/** Glow around the lines: standard deviation as a fraction of the side, and strength. */
const GLOWS = [
  { sigma: 0.0045, strength: 0.9 },
  { sigma: 0.028, strength: 1.5 },
] as const;
/** The ring is brightest above the head. */
const FADE =
  '<linearGradient id="fade" gradientUnits="userSpaceOnUse" x1="-.3" y1="-1" x2=".3" y2="1">' +
  '<stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity=".4"/></linearGradient>';
/** How far the lines themselves go from their colour to white. */
const WHITE_HOT = 0.75;
/** Glow reaches over the edge of the person a little, as light does. */
const OVER_EDGE = 0.25;

function ringSvg(width: number, height: number, x: number, y: number, radius: number, seed: number): string {
  const random = seededRandom(seed);
  const turn = random() * 360;
  const circles = CIRCLES.map(
    (share, i) => `<circle r="${share}" stroke-width="${i === 0 ? 0.014 : 0.007}"/>`,
  );
  const ticks = Array.from({ length: TICKS }, (_, i) => {
    const angle = (i * 360) / TICKS;
    return `<path d="M0-1.012V-${i % 4 === 0 ? 1.05 : 1.028}" transform="rotate(${angle})"/>`;
  });
  const signs = Array.from({ length: SIGNS }, (_, i) => {
    const place = `rotate(${(i * 360) / SIGNS + turn}) translate(0 -${SIGN_RADIUS}) scale(${SIGN_SIZE})`;
    return `<g transform="${place}" stroke="#fff" stroke-opacity=".8" stroke-width=".15">${sign(random)}</g>`;
  });
  const strokes = `fill="none" stroke="url(#fade)" stroke-width=".006"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<style>.dot{fill:#fff;stroke:none}</style><defs>${FADE}</defs>` +
    `<g transform="translate(${x} ${y}) scale(${radius})" ${strokes}>` +
    `${circles.join('')}${ticks.join('')}${signs.join('')}</g></svg>`
  );
}

/** As the style asks, but inside the picture where the head fills it, and never hidden by the head. */
function ringRadius({ ring, headHeightPx }: RingTask, side: number): number {
  const fitting = Math.min(ring.radius * headHeightPx, WITHIN * side);
  return Math.max(fitting, AROUND_HEAD * headHeightPx);
}

async function ringLines({ width, height }: PlanarImage, task: RingTask): Promise<Plane> {
  const [x, y] = eyeMidpoint(task.landmarks);
  const radius = ringRadius(task, Math.min(width, height));
  const svg = ringSvg(width, height, x, y - ABOVE_EYES * task.headHeightPx, radius, task.seed);
  const { data } = await rasteriseSvg(svg);
  const lines = createPlane(width, height);
  for (let i = 0; i < lines.data.length; i++) lines.data[i] = data[i * 4 + 3] / 255;
  return lines;
}

/** Draws a ring of light around the head, where `behind` is set. Writes into the planes of `image`. */
export async function drawRing(image: PlanarImage, behind: Plane, task: RingTask): Promise<void> {
  const lines = await ringLines(image, task);
  const [near, far] = GLOWS.map(({ sigma }) => gaussianBlur(lines, sigma * shortSide(image)).data);
  const strength = task.ring.opacity * task.intensity;
  const { colour } = task.ring;
  for (let i = 0; i < lines.data.length; i++) {
    const line = lines.data[i];
    const glow = GLOWS[0].strength * near[i] + GLOWS[1].strength * far[i];
    if (glow < 0.002) continue;
    const open = behind.data[i];
    const lit = strength * (line * open + glow * (OVER_EDGE + (1 - OVER_EDGE) * open));
    const white = WHITE_HOT * line * open;
    for (let channel = 0; channel < 3; channel++) {
      const own = colour[channel] + (1 - colour[channel]) * white;
      const plane = image.planes[channel];
      plane[i] = 1 - (1 - plane[i]) * (1 - Math.min(1, own * lit));
    }
  }
}
