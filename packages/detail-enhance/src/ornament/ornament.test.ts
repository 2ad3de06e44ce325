import { createPlanar } from '@avatar/image';
import type { PlanarImage } from '@avatar/stage';
import { STYLES, fantasyWizard, type Ornament } from '@avatar/styles';
import { describeStage, stageContext, syntheticArtifacts } from '@avatar/testing';
import { describe, expect, it } from 'vitest';
import { detailEnhance } from '../detail-enhance.js';
import { drawOrnament } from './draw-ornament.js';
import { scatter } from './particles.js';

const SIZE = 256;
const { face, cutout, regions } = syntheticArtifacts({ sizePx: SIZE });
const ORNAMENTS = STYLES.flatMap(({ token, rendering }) =>
  rendering.kind === 'photo' && rendering.ornament ? [[token, rendering.ornament] as const] : [],
);

/** The ornament on black. */
const drawn = (ornament: Ornament, own: { seed?: number; intensity?: number; openAir?: boolean } = {}) =>
  drawOrnament({
    image: createPlanar(SIZE, SIZE),
    alpha: cutout.alpha,
    landmarks: face.landmarks,
    headHeightPx: face.headHeightPx,
    ornament,
    openAir: true,
    intensity: 1,
    seed: 1,
    checkpoint: () => {},
    ...own,
  });

/** Sum of all light where `where` says so. */
function light({ planes }: PlanarImage, where: (i: number) => boolean): number {
  let sum = 0;
  for (const plane of planes) for (let i = 0; i < plane.length; i++) if (where(i)) sum += plane[i];
  return sum;
}

describe.each(ORNAMENTS)('the ornament of %s', (_, ornament) => {
  it('never touches the face', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const picture = await drawn({ particles: ornament.particles }, { seed });
      expect(light(picture, (i) => regions.oval.data[i] > 0.02)).toBe(0);
      expect(light(picture, () => true)).toBeGreaterThan(1);
    }
  });

  it('is that of its seed, and in proportion to the intensity', async () => {
    const first = await drawn(ornament);
    expect(await drawn(ornament)).toEqual(first);
    expect(await drawn(ornament, { seed: 2 })).not.toEqual(first);
    const faint = await drawn(ornament, { intensity: 0.3 });
    expect(light(faint, () => true)).toBeLessThan(0.6 * light(first, () => true));
    expect(light(await drawn(ornament, { intensity: 0 }), () => true)).toBe(0);
  });

  it('leaves open air empty where there is no backdrop', async () => {
    const picture = await drawn(ornament, { openAir: false });
    expect(light(picture, (i) => cutout.alpha.data[i] === 0)).toBe(0);
  });
});

describe('the ring', () => {
  const { ring } = fantasyWizard.rendering.ornament as Ornament;
  const only = { particles: [], ...(ring && { ring }) };

  it('stands behind the head: bright beside it, at most a glow before its edge', async () => {
    const { planes } = await drawn(only);
    const brightest = (where: (i: number) => boolean) =>
      planes[2].reduce((most, value, i) => (where(i) ? Math.max(most, value) : most), 0);
    expect(brightest((i) => cutout.alpha.data[i] === 0)).toBeGreaterThan(0.8);
    expect(brightest((i) => cutout.alpha.data[i] === 1 && regions.oval.data[i] > 0.5)).toBeLessThan(0.12);
  });
});

describe('scatter', () => {
  it('puts particles on both sides, most of them small, and sparks upright', () => {
    const layer = {
      shape: 'ember',
      colours: [[1, 0.5, 0.1]],
      count: 80,
      radius: [0.002, 0.02],
      opacity: 1,
      depth: 'before',
    } as const;
    const particles = scatter(layer, face.landmarks, { width: SIZE, height: SIZE }, 9);
    expect(particles.length).toBeGreaterThan(60);
    const left = particles.filter(({ x }) => x < SIZE / 2).length;
    expect(Math.abs(left / particles.length - 0.5)).toBeLessThan(0.2);
    const radii = particles.map(({ radius }) => radius).sort((a, b) => a - b);
    expect(radii[radii.length >> 1]).toBeLessThan((0.011 * SIZE) / 1.5);
    for (const { angle } of particles) expect(Math.sin(angle)).toBeLessThan(-0.8);
  });
});

describeStage(detailEnhance({ style: 'fantasy_wizard' }), [
  { name: 'a drawn face', input: () => syntheticArtifacts({ sizePx: 256 }) },
]);

it('a transparent avatar stays empty where it is transparent', async () => {
  const input = syntheticArtifacts({ sizePx: SIZE });
  const image = createPlanar(SIZE, SIZE);
  const avatar = { ...input.avatar, image, alpha: input.cutout.alpha };
  const result = await detailEnhance({ style: 'fantasy_knight' }).run({ ...input, avatar }, stageContext());
  expect(result.avatar.alpha).toBe(avatar.alpha);
  const graded = await detailEnhance({ style: 'social' }).run({ ...input, avatar }, stageContext());
  const outside = (picture: PlanarImage) =>
    light(picture, (i) => input.cutout.alpha.data[i] === 0 && i < SIZE * 40);
  expect(Math.abs(outside(result.avatar.image) - outside(graded.avatar.image))).toBeLessThan(SIZE * 40 * 0.1);
});
