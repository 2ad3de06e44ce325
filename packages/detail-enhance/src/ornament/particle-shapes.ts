import { smoothstep } from '@avatar/image';
import type { PlanarImage, Plane } from '@avatar/stage';
import type { ParticleLayer } from '@avatar/styles';
import type { Particle } from './particles.js';

type Shape = ParticleLayer['shape'];

/**
 * Brightness of a shape at a point in units of its radius, along and across its direction; and how white-hot it is
 * there.
 */
interface Sample {
  coverage: number;
  heat: number;
}

/** Radii that the glow around a small light reaches. */
const GLOW_REACH = 3.2;

/** A small light glows; out of focus it is a disc with a faintly brighter rim, as a lens draws it. */
function mote(sample: Sample, along: number, across: number, blur: number): void {
  const out = Math.sqrt(along * along + across * across);
  const disc = smoothstep(1, 0.8, out) * (0.75 + 0.25 * out ** 4);
  const glow = Math.exp(-1.6 * out * out) + 0.22 * Math.exp(-0.7 * out * out);
  sample.coverage = disc * blur + glow * (1 - blur);
  sample.heat = (1 - blur) * Math.exp(-3.5 * out * out);
}

/** A spark, drawn out along its way. */
function ember(sample: Sample, along: number, across: number, blur: number): void {
  const width = 0.36 + 0.4 * blur;
  const length = 0.9;
  const core = Math.exp(-((across / width) ** 2) - (along / length) ** 2);
  const glow = 0.3 * Math.exp(-0.8 * (along * along + across * across));
  sample.coverage = core + glow;
  sample.heat = (1 - 0.7 * blur) * core * core;
}

/** A pointed oval with a midrib that catches the light, softer the farther it is out of focus. */
function leaf(sample: Sample, along: number, across: number, blur: number): void {
  const halfWidth = 0.46 * (1 - along * along) * (1 - 0.25 * along);
  const softness = 0.06 + 0.3 * blur;
  sample.coverage =
    smoothstep(-softness, softness, halfWidth - Math.abs(across)) * smoothstep(1.1, 0.9, Math.abs(along));
  sample.heat = 0.3 * Math.exp(-((across / 0.09) ** 2)) * (1 - blur) + 0.16 * (across > 0 ? 1 : 0);
}

const SHAPES: Readonly<
  Record<Shape, { readonly draw: typeof mote; readonly reach: number; readonly paints: boolean }>
> = {
  mote: { draw: mote, reach: GLOW_REACH, paints: false },
  ember: { draw: ember, reach: 2.6, paints: false },
  leaf: { draw: leaf, reach: 1.3, paints: true },
};

/**
 * Draws a particle into the picture. Lights are screened over it, a leaf covers it.
 * @param visible share of each pixel that it may show in; everywhere when undefined
 */
export function drawParticle(
  image: PlanarImage,
  visible: Plane | undefined,
  shape: Shape,
  particle: Particle,
  intensity: number,
): void {
  const { draw, reach, paints } = SHAPES[shape];
  const { x, y, radius, colour, blur } = particle;
  const { width, height, planes } = image;
  const [cos, sin] = [Math.cos(particle.angle) / radius, Math.sin(particle.angle) / radius];
  const sample: Sample = { coverage: 0, heat: 0 };
  const bottom = Math.min(height - 1, Math.ceil(y + reach * radius));
  const right = Math.min(width - 1, Math.ceil(x + reach * radius));
  for (let row = Math.max(0, Math.floor(y - reach * radius)); row <= bottom; row++)
    for (let column = Math.max(0, Math.floor(x - reach * radius)); column <= right; column++) {
      const dx = column + 0.5 - x;
      const dy = row + 0.5 - y;
      draw(sample, dx * cos + dy * sin, dy * cos - dx * sin, blur);
      const i = row * width + column;
      const share = sample.coverage * particle.opacity * intensity * (visible ? visible.data[i] : 1);
      if (share < 0.003) continue;
      for (let channel = 0; channel < 3; channel++) {
        const below = planes[channel][i];
        const own = colour[channel] + (1 - colour[channel]) * sample.heat;
        planes[channel][i] = paints
          ? below + (own - below) * Math.min(1, share)
          : 1 - (1 - below) * (1 - Math.min(1, own * share));
      }
    }
}
