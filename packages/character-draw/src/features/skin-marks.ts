import { shade, type Point2 } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';

/** Freckles, moles, scars and lines of the forehead. */
export function drawSkinMarks(scene: Scene): void {
  const { accessories } = scene.character;
  if (accessories.includes('freckles')) drawFreckles(scene);
  if (accessories.includes('mole'))
    scene.shape(dot(scene.rig.onFace(0.28, 0.8, 0.02), 3 * scene.unit), scene.palette.skin.dark);
  if (accessories.includes('scar')) drawScar(scene);
  drawForehead(scene);
}

const dot = ([x, y]: Point2, radius: number): Point2[] => [
  [x - radius, y],
  [x, y - radius],
  [x + radius, y],
  [x, y + radius],
];

function drawFreckles(scene: Scene): void {
  const { rig, palette, unit } = scene;
  const random = scene.person.random(5);
  const colour = shade(palette.skin.deep, { light: -0.02, chroma: 1.2, towards: 50, pull: 0.4 });
  for (let i = 0; i < 40; i++) {
    const side = random() < 0.5 ? -1 : 1;
    const x = side * (0.08 + Math.abs(random() + random() - 0.9) * 0.62);
    const y = 0.38 + (random() + random() - 1) * 0.17;
    scene.shape(dot(rig.onFace(x, y, 0.03), (1.2 + random() * 1.4) * unit), colour, {
      opacity: 0.55 + 0.3 * random(),
    });
  }
}

/** Across the brow and the cheek at the viewer's left, beside the eye. */
function drawScar(scene: Scene): void {
  const { skin } = scene.palette;
  const cut = scene.face(
    [
      [-0.7, -0.5],
      [-0.66, -0.2],
      [-0.62, 0.36],
      [-0.52, 0.66],
    ],
    0.02,
  );
  scene.stroke(cut, 6, skin.deep, { opacity: 0.55 });
  scene.stroke(cut, 2.6, skin.glint, { opacity: 0.9 });
  for (const [x, y] of [
    [-0.64, 0.42],
    [-0.59, 0.53],
  ])
    scene.stroke(
      [scene.rig.onFace(x - 0.06, y - 0.015, 0.02), scene.rig.onFace(x + 0.06, y + 0.015, 0.02)],
      2.4,
      skin.deep,
      { opacity: 0.7 },
    );
}

function drawForehead(scene: Scene): void {
  const { palette, rig } = scene;
  const { masculine, age, character, expression } = scene.person;
  if (scene.isInked && masculine > 0.6 && character.face.chin > 0.55)
    scene.stroke(
      [rig.onFace(0.01, rig.head.chinY - 0.13), rig.onFace(0.015, rig.head.chinY - 0.06)],
      2.6,
      palette.skin.line,
      { opacity: 0.5 },
    );
  if (expression.browTilt > 0.05)
    scene.stroke(
      [rig.onFace(-0.05, rig.proportions.browY + 0.02), rig.onFace(-0.06, rig.proportions.browY + 0.14)],
      2.2,
      palette.skin.line,
      { opacity: 0.35 + 0.2 * masculine },
    );
  for (let i = 0; i < foreheadLines(age); i++)
    scene.stroke(
      scene.face([
        [-0.36, -0.58 - i * 0.13],
        [-0.1, -0.61 - i * 0.13],
        [0.15, -0.605 - i * 0.13],
        [0.38, -0.575 - i * 0.13],
      ]),
      2,
      palette.skin.line,
      { opacity: 0.08 + 0.3 * age },
    );
}

/** None in the twenties, three in the eighties. */
const foreheadLines = (age: number): number => Math.round(3 * age);
