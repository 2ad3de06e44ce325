import { mix } from '@avatar/image';
import { mixColours, splinePath, type HexColour, type Point2, type Point3 } from '@avatar/vector';
import { garmentOf } from '../clothes/draw-clothes.js';
import type { Scene } from '../looks/vector/scene.js';
import { clothTones, metalTones, type Tones } from '../looks/vector/tones.js';

/** Heights in body space: where the legs part, the knees, the ankles, the ground. */
const [CROTCH, KNEE, ANKLE, GROUND] = [6.15, 9, 11.65, 12.1];

const TROUSERS: readonly HexColour[] = ['#3a4a6b', '#2d2f3a', '#5a4a3c', '#41506b', '#4a4d57', '#6b6250'];
const SHOES: readonly HexColour[] = ['#f1eee8', '#5a3a28', '#2b2730', '#8a3a3a', '#e6dcc8'];

/** Legs and shoes; the garment falls over them. */
export function drawLegs(scene: Scene): void {
  if (scene.character.pose.framing !== 'full_body') return;
  drawGround(scene);
  for (const side of [-1, 1]) drawLeg(scene, side);
}

function tonesOf({ character, palette }: Scene): Tones {
  const { style, hex } = character.clothing;
  switch (style) {
    case 'suit':
    case 'spacesuit':
      return palette.cloth;
    case 'armor':
      return metalTones(hex);
    case 'cloak':
      return clothTones(mixColours(palette.second.base, '#2b2730', 0.45));
    case 'kurta':
      return clothTones(mixColours(palette.cloth.base, '#ffffff', 0.35));
    default:
      return clothTones(TROUSERS[character.seed % TROUSERS.length]);
  }
}

function drawGround(scene: Scene): void {
  const { rig } = scene;
  const [x, y] = rig.onBody(0, GROUND + 0.02);
  const k = rig.view.scale;
  const points = Array.from({ length: 20 }, (_, i): Point2 => {
    const angle = (i / 20) * 2 * Math.PI;
    return [x + Math.cos(angle) * 2.1 * k, y + Math.sin(angle) * 0.28 * k];
  });
  scene.shape(points, '#2c1c44', { opacity: 0.16 });
}

function drawLeg(scene: Scene, side: number): void {
  const { rig, palette, character, document } = scene;
  const { waist } = rig.body;
  const isBare = garmentOf(scene).showsLegs === true;
  const tones = isBare ? palette.skin : tonesOf(scene);
  const width = mix(1.02, 1.26, character.body.build) * (isBare ? 0.8 : 1);
  const hip = waist * 0.96;
  const knee = waist * 0.52;
  const foot = waist * 0.5;
  const at = (points: readonly Point3[]) => scene.body(points.map(([x, y, z]): Point3 => [side * x, y, z]));
  const outline = at([
    [0.03, 5.2, 0],
    [hip, 5.2, 0],
    [hip * 0.98, CROTCH, 0],
    [knee + 0.36 * width, KNEE, 0],
    [foot + 0.34 * width, ANKLE - 1.4, 0],
    [foot + 0.28 * width, ANKLE, 0],
    [foot - 0.26 * width, ANKLE, 0],
    [knee - 0.32 * width, KNEE, 0],
    [0.06, CROTCH + 0.3, 0],
  ]);
  drawShoe(scene, side, foot);
  const leg = splinePath(outline, true);
  scene.fill(leg, tones.base, { outline: tones, weight: 1.1, isHeavy: true });
  scene.within(document.clipPath(leg), () => {
    const shade = side > 0 ? [hip * 0.5, knee + 0.05, foot + 0.02] : [0.1, knee - 0.12, foot - 0.1];
    const edge = side > 0 ? 3 : 0;
    scene.shape(
      at(
        side > 0
          ? [
              [shade[0], 5, 0],
              [shade[1], KNEE, 0],
              [shade[2], ANKLE + 0.2, 0],
              [edge, ANKLE + 0.2, 0],
              [edge, 5, 0],
            ]
          : [
              [hip * 0.28, 5, 0],
              [shade[1], KNEE, 0],
              [shade[2], ANKLE + 0.2, 0],
              [-0.3, ANKLE + 0.2, 0],
              [-0.3, 5, 0],
            ],
      ),
      tones.shadow,
      { opacity: 0.9 },
    );
    if (isBare) return;
    const fold = (x: number, y: number, dx: number) =>
      scene.stroke(
        at([
          [x, y, 0],
          [x + dx * 0.6, y + 0.14, 0],
          [x + dx, y + 0.12, 0],
        ]),
        11,
        tones.shadow,
        { taper: 'fold' },
      );
    fold(knee + 0.34, KNEE - 0.1, -0.5);
    fold(knee - 0.3, KNEE + 0.15, 0.46);
    fold(foot + 0.3, ANKLE - 0.5, -0.5);
    fold(foot - 0.24, ANKLE - 0.2, 0.4);
    scene.stroke(
      at([
        [0.1, CROTCH - 0.1, 0],
        [0.5, CROTCH + 0.05, 0],
        [hip * 0.8, CROTCH - 0.3, 0],
      ]),
      9,
      tones.shadow,
      { taper: 'fold' },
    );
  });
}

function drawShoe(scene: Scene, side: number, foot: number): void {
  const { character, rig } = scene;
  const isSuit = character.clothing.style === 'suit';
  const isSteel = character.clothing.style === 'armor';
  const tones = isSteel
    ? metalTones(character.clothing.hex)
    : clothTones(isSuit ? '#3b2a22' : SHOES[character.seed % SHOES.length]);
  const at = (points: readonly Point3[]) => scene.body(points.map(([x, y, z]): Point3 => [side * x, y, z]));
  // The body turns a little: toes point outwards.
  const toe = foot + 0.34 + rig.view.bodyYawRad * side * 0.4;
  scene.shape(
    at([
      [foot - 0.26, ANKLE - 0.3, 0],
      [foot + 0.24, ANKLE - 0.3, 0],
      [toe + 0.22, ANKLE + 0.24, 0.3],
      [toe + 0.2, GROUND - 0.06, 0.3],
      [foot - 0.34, GROUND - 0.06, 0.2],
      [foot - 0.34, ANKLE + 0.1, 0],
    ]),
    tones.base,
    { outline: tones, weight: 1.1, isHeavy: true },
  );
  scene.shape(
    at([
      [foot - 0.36, GROUND - 0.16, 0.2],
      [toe + 0.22, GROUND - 0.16, 0.3],
      [toe + 0.24, GROUND, 0.3],
      [foot - 0.36, GROUND, 0.2],
    ]),
    isSuit ? '#1f1712' : '#f7f4ee',
    { outline: tones, weight: 0.8 },
  );
  scene.stroke(
    at([
      [foot - 0.1, ANKLE + 0.02, 0.2],
      [foot + 0.3, ANKLE + 0.12, 0.2],
    ]),
    3,
    tones.line,
    { opacity: 0.6 },
  );
}
