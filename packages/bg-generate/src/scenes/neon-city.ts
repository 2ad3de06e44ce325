import type { BackgroundLight, LightColour } from '@avatar/stage';
import { clamp, mix, seededRandom, smoothstep, tintOf } from '@avatar/image';
import type { Backdrop } from '../backdrop.js';
import { addDiscs } from '../photo/bokeh-discs.js';
import { CYAN, cityLamps, MAGENTA, type SignColours } from './city-lights.js';
import { LightRamp } from './light-ramp.js';
import { photographed } from './photograph.js';
import { addRain } from './rain.js';
import { SceneLight } from './scene-light.js';

const SIDE = 200;
const CAMERA = { blurRadius: 0.026, softness: 0.007, glare: 0.2, exposure: 1 };

/** Where the wet street begins. Lengths are fractions of the side. */
const STREET = 0.7;
/** The end of the street, behind the person. */
const FAR_END = { x: 0.5, y: 0.55 };
/** From the top to the far end: clouds that hang in the city's light. */
const SKY = new LightRamp([
  [0, '#0b0b22', 1],
  [0.3, '#1a1440', 1],
  [0.56, '#4a2064', 1],
]);
const WALL: LightColour = [0.006, 0.006, 0.014];
/** Signs a side, their sizes, and how bright they are. */
const SIGNS = { count: 7, width: [0.012, 0.04], height: [0.06, 0.2], light: [0.5, 2.4] } as const;
/** Houses a side. */
const HOUSES = 5;
/**
 * Share of the light that the wet street mirrors, how steeply, and how far its roughness draws lights out towards the
 * camera.
 */
const MIRROR = { share: 0.5, slope: 1.7, rough: [-0.1, -0.04, 0.02, 0.08] } as const;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
interface Sign extends Box {
  readonly light: LightColour;
}

const within = (random: () => number, [least, most]: readonly [number, number]): number =>
  mix(least, most, random());

/** Houses line the street: tall at the sides of the picture, low towards its end. */
function houses(random: () => number): Box[] {
  const boxes: Box[] = [];
  for (const right of [false, true])
    for (let i = 0; i < HOUSES; i++) {
      const from = (i / HOUSES) * 0.44;
      const to = ((i + 1) / HOUSES) * 0.44 + 0.01;
      const near = 1 - i / HOUSES;
      const top = mix(0.5, -0.1, near) + 0.16 * (random() - 0.5);
      boxes.push({ left: right ? 1 - to : from, right: right ? 1 - from : to, top, bottom: STREET });
    }
  return boxes;
}

/** The first on either side has the colour of the other. */
function signs({ left, right }: SignColours, random: () => number): Sign[] {
  return Array.from({ length: SIGNS.count * 2 }, (_, i) => {
    const onRight = i % 2 === 1;
    const out = random() ** 0.7;
    const x = onRight ? 0.68 + 0.32 * out : 0.32 - 0.32 * out;
    const width = within(random, SIGNS.width);
    const height = within(random, SIGNS.height);
    const y = 0.1 + 0.42 * random();
    const own = onRight ? right : left;
    const colour = i < 2 ? (onRight ? left : right) : own;
    const strength = within(random, SIGNS.light);
    return {
      left: x - width / 2,
      right: x + width / 2,
      top: y,
      bottom: y + height,
      light: [colour[0] * strength, colour[1] * strength, colour[2] * strength],
    };
  });
}

const isIn = (x: number, y: number, box: Box): boolean =>
  x >= box.left && x < box.right && y >= box.top && y < box.bottom;

/** Light at a place above the street. */
function street(
  x: number,
  y: number,
  blocks: readonly Box[],
  boards: readonly Sign[],
  out: Float64Array,
): void {
  const distance = Math.hypot(x - FAR_END.x, (y - FAR_END.y) * 1.3);
  const haze = Math.exp(-distance / 0.15);
  let wall = 0;
  for (const block of blocks) if (isIn(x, y, block)) wall = 1;
  for (let channel = 0; channel < 3; channel++) {
    const behind = SKY.light(y, channel);
    const lit = WALL[channel] + 0.3 * behind * smoothstep(0, STREET, y);
    out[channel] = mix(behind, lit, wall * (1 - 0.75 * haze)) + haze * [0.3, 0.11, 0.26][channel];
  }
  for (const board of boards) if (isIn(x, y, board)) out.set(board.light);
}

const lightOfSigns = ({ left, right }: SignColours): BackgroundLight => ({
  ambient: { tint: tintOf([0.5, 0.36, 1]), strength: 0.18 },
  exposure: 0.84,
  eitherSide: true,
  rims: [
    { colour: left, side: -0.92, strength: 0.8, reach: 0.012 },
    { colour: right, side: 0.92, strength: 0.7, reach: 0.012 },
  ],
});

/**
 * A city street at night in the rain, far out of focus: neon signs, lamps as discs, a wet street that mirrors them.
 * The seed sets houses, signs and lamps, and which side is magenta and which cyan.
 */
export async function neonCity(sizePx: number, seed: number): Promise<Backdrop> {
  const random = seededRandom(seed);
  const colours = random() < 0.5 ? { left: MAGENTA, right: CYAN } : { left: CYAN, right: MAGENTA };
  const blocks = houses(random);
  const boards = signs(colours, random);
  const scene = new SceneLight(SIDE);
  scene.paint((x, y, out) => {
    if (y < STREET) {
      street(x, y, blocks, boards, out);
      return;
    }
    const mirrored = STREET - (y - STREET) * MIRROR.slope;
    const sum = [0, 0, 0];
    for (const offset of MIRROR.rough) {
      street(x, clamp(mirrored + offset, 0, STREET), blocks, boards, out);
      for (let channel = 0; channel < 3; channel++) sum[channel] += out[channel];
    }
    for (let channel = 0; channel < 3; channel++)
      out[channel] = (sum[channel] * MIRROR.share) / MIRROR.rough.length;
  });
  const image = photographed(scene.planes, sizePx, CAMERA);
  addDiscs(image, cityLamps(colours, random));
  await addRain(image, random);
  return { image, light: lightOfSigns(colours) };
}
