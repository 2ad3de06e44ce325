import { createHash } from 'node:crypto';
import {
  CLOTHING_STYLES,
  EXPRESSIONS,
  FACIAL_HAIR_STYLES,
  fillCharacter,
  GESTURES,
  GLASSES_STYLES,
  HAIR_STYLES,
  HAIR_TEXTURES,
  HEADWEAR_STYLES,
  type CharacterSpec,
} from '@avatar/character';
import { rgbToLab } from '@avatar/image';
import { squareOf, type RasterImage } from '@avatar/stage';
import { describe, expect, it } from 'vitest';
import { silhouetteOf } from '../../rig/index.js';
import { drawToon3d, modelToon3d } from './toon3d.js';

const plain: CharacterSpec = {
  seed: 3,
  age: 'young_adult',
  hair: { style: 'bald' },
  headwear: { style: 'none' },
  glasses: { style: 'none' },
  facial_hair: { style: 'none' },
  accessories: [],
  effects: [],
  makeup: {},
  pose: { yaw: 0, pitch: 0, roll: 0, gesture: 'none', framing: 'half_body' },
};
const CLOSE = { ...plain.pose, framing: 'close_up' } as const;
const draw = (spec: CharacterSpec, sizePx = 160, ground?: string): RasterImage =>
  drawToon3d(fillCharacter({ ...plain, ...spec }, spec.seed ?? 3), {
    size: squareOf(sizePx),
    ...(ground !== undefined && { ground }),
  });
const hash = ({ data }: RasterImage): string => createHash('sha256').update(data).digest('hex');
const pick = <T extends { readonly value: string }>(list: readonly T[], i: number): T['value'] =>
  list[i % list.length].value;

/** Share of the picture that is covered. */
const covered = ({ data }: RasterImage): number => {
  let sum = 0;
  for (let i = 3; i < data.length; i += 4) sum += data[i] / 255;
  return sum / (data.length / 4);
};

describe('toon3d', () => {
  it.each(HAIR_STYLES.map((_, i) => [i]))('draws sample %i of all values, each value at least once', (i) => {
    const spec = {
      seed: i,
      hair: { style: pick(HAIR_STYLES, i), texture: pick(HAIR_TEXTURES, i) },
      clothing: { style: pick(CLOTHING_STYLES, i) },
      headwear: { style: i % 2 ? pick(HEADWEAR_STYLES, i >> 1) : 'none' },
      glasses: { style: pick(GLASSES_STYLES, i) },
      facial_hair: { style: pick(FACIAL_HAIR_STYLES, i) },
      expression: pick(EXPRESSIONS, i),
      effects: i % 5 === 4 ? ['glowing_runes', 'cyber_eye', 'neon_circuits', 'elf_ears'] : [],
      accessories:
        i % 3 === 0 ? ['hoops', 'freckles', 'mole', 'nose_ring', 'necklace', 'flower', 'scar'] : [],
      pose: {
        yaw: [-45, 0, 45, 20][i % 4],
        pitch: [-12, 12, 0][i % 3],
        roll: 8,
        gesture: pick(GESTURES, i),
      },
    } as CharacterSpec;
    const share = covered(draw(spec, 80, 'transparent'));
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.95);
  });

  it('gives finite meshes in named parts', () => {
    const { figure } = modelToon3d(
      fillCharacter({ ...plain, clothing: { style: 'suit' }, pose: { gesture: 'wave' } }, 3),
    );
    const { mesh } = figure;
    for (const values of [mesh.positions, mesh.normals, mesh.colours, mesh.rests])
      expect(values.subarray(0, mesh.vertexCount * 3).every(Number.isFinite)).toBe(true);
    const names = new Set(mesh.parts.map((part) => part.name));
    for (const name of [
      'face',
      'ears',
      'eye_left',
      'eye_right',
      'brows',
      'clothes',
      'tie',
      'sleeves',
      'hands',
    ])
      expect(names).toContain(name);
    expect(mesh.parts.reduce((sum, part) => sum + part.indexCount, 0)).toBe(mesh.indexCount);
  });

  it('gives the same bytes for the same character, and others for another seed', () => {
    const spec: CharacterSpec = {
      hair: { style: 'long_wavy' },
      clothing: { style: 'hoodie' },
      pose: { yaw: 20 },
    };
    expect(hash(draw(spec))).toBe(hash(draw(spec)));
    expect(hash(draw({ ...spec, seed: 4 }))).not.toBe(hash(draw(spec)));
  });

  it.each([
    ...['#fbe6d8', '#f3cfb3', '#f1c9ab', '#e3b48f', '#d8a047', '#c98d6b', '#c48a7c', '#9a6242'],
    ...['#75472d', '#6b4029', '#4a2c1f', '#3c231a', '#2e1b15'],
  ])('shows diffuse skin of %s as it was asked for', (hex) => {
    const drawn = diffuseSkin(
      draw({ skin: { hex }, expression: 'neutral', pose: CLOSE }, 160, 'transparent'),
    );
    expect(distance(drawn, rgbToLab(...rgbOf(hex)))).toBeLessThan(5);
  });

  it('has the silhouette of the rig, turned or not', () => {
    for (const yaw of [-40, 0, 40]) {
      const character = fillCharacter(
        { ...plain, headwear: { style: 'hood' }, pose: { yaw, framing: 'close_up' } },
        3,
      );
      const { figure } = modelToon3d(character);
      const { left, right, heights } = silhouetteOf(figure.rig);
      const row = heights.findIndex((y) => y > 0.75);
      const [low, high] = extentAt(figure, left[row][1]);
      const unit = figure.rig.view.scale;
      expect(Math.abs(low - left[row][0]) / unit).toBeLessThan(0.12);
      expect(Math.abs(high - right[row][0]) / unit).toBeLessThan(0.12);
    }
  });

  it.each(['tshirt', 'dress', 'armor', 'cloak'] as const)(
    'shows a whole figure in %s, standing inside of the picture',
    (style) => {
      const { data, width } = draw(
        { clothing: { style }, pose: { framing: 'full_body' } },
        160,
        'transparent',
      );
      const rows = Array.from({ length: width }, (_, y) =>
        data.subarray(y * width * 4, (y + 1) * width * 4).some((v, i) => i % 4 === 3 && v > 127),
      );
      expect(rows.indexOf(true)).toBeGreaterThan(0);
      expect(rows.lastIndexOf(true)).toBeGreaterThan(width * 0.93);
      expect(rows.lastIndexOf(true)).toBeLessThan(width - 1);
    },
  );
});

const rgbOf = (hex: string): [number, number, number] => {
  const at = (i: number) => parseInt(hex.slice(i, i + 2), 16) / 255;
  return [at(1), at(3), at(5)];
};

type Lab = readonly [L: number, a: number, b: number];
const distance = (p: Lab, q: Lab): number => Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
/** Forehead and both cheeks of a close-up, in shares of its side. */
const BARE = [
  [0.35, 0.65, 0.27, 0.41],
  [0.34, 0.42, 0.58, 0.68],
  [0.58, 0.66, 0.58, 0.68],
];

/** Median of forehead and cheeks, where they neither shine nor lie in shadow: as skin is measured on photos. */
function diffuseSkin({ data, width }: RasterImage): Lab {
  const labs: Lab[] = [];
  for (const [left, right, top, bottom] of BARE)
    for (let y = Math.round(width * top); y < width * bottom; y++)
      for (let x = Math.round(width * left); x < width * right; x++) {
        const i = (y * width + x) * 4;
        labs.push(rgbToLab(data[i] / 255, data[i + 1] / 255, data[i + 2] / 255));
      }
  labs.sort((p, q) => p[0] - q[0]);
  const band = labs.slice(Math.floor(labs.length * 0.25), Math.ceil(labs.length * 0.65));
  const middle = (c: 0 | 1 | 2) => band.map((lab) => lab[c]).sort((p, q) => p - q)[band.length >> 1];
  return [middle(0), middle(1), middle(2)];
}

/** Leftmost and rightmost canvas x of the face's mesh at a canvas height. */
function extentAt(figure: ReturnType<typeof modelToon3d>['figure'], y: number): [number, number] {
  const { mesh, rig } = figure;
  const face = mesh.parts.find((part) => part.name === 'face')!;
  let [low, high] = [Infinity, -Infinity];
  for (let i = face.firstVertex; i < face.firstVertex + face.vertexCount; i++) {
    const at = rig.view.centre[1] + mesh.positions[i * 3 + 1] * rig.view.scale;
    if (Math.abs(at - y) > 4) continue;
    const x = rig.view.centre[0] + mesh.positions[i * 3] * rig.view.scale;
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  return [low, high];
}
