import { createPlane } from '@avatar/image';
import type { FaceLandmarks, PlanarImage, Plane } from '@avatar/stage';
import type { Ornament } from '@avatar/styles';
import { drawParticle } from './particle-shapes.js';
import { scatter } from './particles.js';
import { drawRing } from './ring.js';

export interface OrnamentInput {
  readonly image: PlanarImage;
  /** Opacity of the person. */
  readonly alpha: Plane;
  readonly landmarks: FaceLandmarks;
  readonly headHeightPx: number;
  readonly ornament: Ornament;
  /** Whether there is a backdrop. Without one, only the person can be drawn over. */
  readonly openAir: boolean;
  /** In [0, 1]: 0 draws nothing. */
  readonly intensity: number;
  readonly seed: number;
  /** Called between the long steps. */
  readonly checkpoint: () => void;
}

/** A new picture with ring and particles around the person; the same for the same seed. */
export async function drawOrnament(input: OrnamentInput): Promise<PlanarImage> {
  const { ornament, openAir, alpha, intensity, landmarks, seed, checkpoint } = input;
  const { width, height } = input.image;
  const [red, green, blue] = input.image.planes;
  const image: PlanarImage = { planes: [red.slice(), green.slice(), blue.slice()], width, height };
  const behind = inverse(alpha);
  if (ornament.ring && openAir) await drawRing(image, behind, { ...input, ring: ornament.ring });
  checkpoint();
  for (const [index, layer] of ornament.particles.entries()) {
    if (layer.depth === 'behind' && !openAir) continue;
    const visible = layer.depth === 'behind' ? behind : openAir ? undefined : alpha;
    for (const particle of scatter(layer, landmarks, image, seed + index))
      drawParticle(image, visible, layer.shape, particle, intensity);
  }
  return image;
}

function inverse({ data, width, height }: Plane): Plane {
  const plane = createPlane(width, height);
  for (let i = 0; i < data.length; i++) plane.data[i] = 1 - data[i];
  return plane;
}
