import { clamp, fromLab, smoothNoise, smoothstep, toLab, type LabImage } from '@avatar/image';
import type { PlanarImage, Plane } from '@avatar/stage';
import type { Sheet, SheetBand, SheetTexture } from '@avatar/styles';
import { grainTile, TILE } from './grain-tile.js';
import { ruleGround } from './ruled-ground.js';

/** Side of the picture that grain is measured for. */
const MEASURED_PX = 800;
const MOTTLING = { seed: 33, softness: 0.04 };
/** Grain is weaker where it is darkest: ink lies on the paper. */
const IN_INK = 0.45;

export interface SheetInput {
  readonly image: PlanarImage;
  /** Opacity of the person. */
  readonly person: Plane;
  /** True where nothing stands behind the person. */
  readonly openAir: boolean;
  readonly sheet: Sheet;
  /** 1 when the light comes from the right of the picture, else -1. */
  readonly keySide: number;
  /** In [0, 1]. */
  readonly intensity: number;
}

/** The picture on the style's paper, canvas or plate: what is drawn behind the person, and the grain over all. */
export function onSheet({ image, person, openAir, sheet, keySide, intensity }: SheetInput): PlanarImage {
  const lab = toLab(image);
  if (!openAir) {
    if (sheet.ruling) ruleGround(lab, person, sheet.ruling, keySide);
    if (sheet.band) wipeBand(lab, person, sheet.band);
  }
  addGrain(lab, sheet.texture, sheet.mottling);
  const finished = fromLab(lab);
  if (intensity >= 1) return finished;
  finished.planes.forEach((plane, channel) => {
    const before = image.planes[channel];
    for (let i = 0; i < plane.length; i++) plane[i] = before[i] + (plane[i] - before[i]) * intensity;
  });
  return finished;
}

function wipeBand({ L, a, b, width, height }: LabImage, person: Plane, band: SheetBand): void {
  const [bandL, bandA, bandB] = band.colour;
  for (let y = 0, i = 0; y < height * band.reach; y++) {
    const opacity = band.strength * (1 - smoothstep(0, band.reach, y / height));
    for (let x = 0; x < width; x++, i++) {
      const share = opacity * (1 - person.data[i]);
      L[i] += (bandL - L[i]) * share;
      a[i] += (bandA - a[i]) * share;
      b[i] += (bandB - b[i]) * share;
    }
  }
}

const TILES = new WeakMap<SheetTexture, Float32Array>();

function tileOf(texture: SheetTexture): Float32Array {
  const tile = TILES.get(texture) ?? grainTile(texture);
  TILES.set(texture, tile);
  return tile;
}

function addGrain({ L, width, height }: LabImage, texture: SheetTexture, mottling: number): void {
  const tile = tileOf(texture);
  const slow = smoothNoise(MOTTLING.seed, MOTTLING.softness * width, { width, height }).data;
  const scale = MEASURED_PX / Math.min(width, height);
  for (let y = 0, i = 0; y < height; y++) {
    const row = (Math.floor(y * scale) % TILE) * TILE;
    for (let x = 0; x < width; x++, i++) {
      const grain = tile[row + (Math.floor(x * scale) % TILE)];
      const onPaper = IN_INK + (1 - IN_INK) * smoothstep(10, 55, L[i]);
      L[i] = clamp(L[i] + (texture.strength * grain + mottling * slow[i]) * onPaper, 0, 100);
    }
  }
}
