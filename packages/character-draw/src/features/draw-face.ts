import { clamp, mix } from '@avatar/image';
import { lightnessOf, polygonPath, type Point2 } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import { SIDES } from './eye-shape.js';
import { drawSkinMarks } from './skin-marks.js';

/** The mass of the face with its light and shade; features come over it. */
export function drawFace(scene: Scene): void {
  const { document, facePath, palette, look, unit } = scene;
  const { skin } = palette;
  if (scene.isInked) {
    const strokeWidth = look.ink * 1.5 * unit;
    const contour = { fill: skin.line, stroke: skin.line, strokeWidth };
    document.path(facePath, contour);
    document.group({ shift: [0.9 * unit, 1.5 * unit] }, () => document.path(facePath, contour));
  }
  document.path(facePath, { fill: skin.base });
  scene.within(scene.faceClip, () => {
    drawForm(scene);
    drawHighlights(scene);
    drawBlush(scene);
    drawSkinMarks(scene);
  });
}

/** What a shifted copy of the outline leaves uncovered lies in the shade. */
function drawForm(scene: Scene): void {
  const { rig, document, palette, silhouette, person, isInked } = scene;
  const { masculine, age, character } = person;
  const { skin } = palette;
  const uncovered = (dx: number, dy: number) =>
    `${scene.everywhere}${polygonPath(scene.shifted(silhouette.outline, dx, dy))}`;
  document.path(uncovered(isInked ? -15 - 7 * masculine : -26, isInked ? -8 : -12), {
    fill: skin.shadow,
    rule: 'evenodd',
  });
  const hollow = clamp(
    masculine * 0.75 + age * 0.4 - (character.face.cheeks - 0.5) * 0.8 + (isInked ? 0 : 0.1),
  );
  if (hollow > 0.3 && Math.abs(rig.view.yawRad) < 0.5)
    scene.shape(
      scene.face([
        [1.05, 0.24],
        [0.8, 0.4],
        [0.52 + 0.1 * (1 - hollow), 0.66],
        [0.57, 0.88],
        [rig.head.halfWidth(1.02) * 1.02, 1.02],
        [rig.head.halfWidth(0.7) * 1.05, 0.7],
      ]),
      skin.shadow,
      { opacity: hollow * 0.85 },
    );
  const [x, y] = rig.onFace(-0.06, rig.head.chinY - 0.12);
  const u = scene.unit;
  scene.shape(
    [
      [x - 12 * u, y],
      [x, y - 5 * u],
      [x + 14 * u, y],
      [x, y + 5 * u],
    ],
    skin.light,
    { opacity: 0.5 },
  );
}

function drawHighlights(scene: Scene): void {
  const { rig, document, palette, isInked, unit, facePath, character } = scene;
  const { skin } = palette;
  const isDark = lightnessOf(character.skin.hex) < 0.56;
  const spot = (x: number, y: number, rx: number, ry: number, opacity: number, turn: number) =>
    scene.shape(
      Array.from({ length: 10 }, (_, i): Point2 => {
        const angle = (i / 10) * 2 * Math.PI;
        const a = Math.cos(angle) * rx;
        const b = Math.sin(angle) * ry;
        return rig.onFace(
          x + a * Math.cos(turn) - b * Math.sin(turn),
          y + a * Math.sin(turn) + b * Math.cos(turn),
        );
      }),
      skin.light,
      { opacity },
    );
  if (isDark || !isInked) {
    spot(-0.56, 0.36, 0.2, 0.055, isInked ? 0.6 : 0.5, 0.35);
    if (character.hair.fringe !== 'straight') spot(-0.24, -0.62, 0.26, 0.07, isInked ? 0.5 : 0.3, -0.12);
  }
  const [lx, ly] = rig.onFace(-0.35, 0.35);
  if (isInked)
    document.path(facePath, {
      fill: document.radial([lx, ly - 20 * unit], 150 * unit, [
        [0, skin.light, 0.42],
        [1, skin.light, 0],
      ]),
    });
  const isBare =
    ['bald', 'buzz', 'receding'].includes(character.hair.style) && character.headwear.style === 'none';
  if (isBare) {
    const [hx, hy] = rig.at(-0.38, -1.12, 0.6);
    scene.shape(
      Array.from({ length: 14 }, (_, i): Point2 => {
        const angle = (i / 14) * 2 * Math.PI;
        return [
          hx + (Math.cos(angle) * 46 - Math.sin(angle) * 10) * unit,
          hy + (Math.sin(angle) * 24 - Math.cos(angle) * 16) * unit,
        ];
      }),
      skin.light,
      { opacity: isInked ? 0.75 : 0.6 },
    );
  }
}

function drawBlush(scene: Scene): void {
  const { rig, document, palette, isInked, unit, person } = scene;
  const { skin } = palette;
  const { masculine, expression, character } = person;
  const strength = isInked
    ? (0.42 + 0.3 * expression.cheek) * mix(1.1, 0.5, masculine)
    : (0.5 + 0.25 * expression.cheek) * mix(1, 0.55, masculine);
  for (const side of SIDES) {
    const visible = clamp(1 - Math.max(0, side * Math.sin(rig.view.yawRad)) * 1.2, 0.25, 1);
    const [rx, ry] = isInked ? [0.27, 0.17] : [0.2, 0.13];
    const points = Array.from({ length: 16 }, (_, i) => {
      const angle = (i / 16) * 2 * Math.PI;
      return rig.onFace(side * 0.56 + Math.cos(angle) * rx, 0.5 + Math.sin(angle) * ry);
    });
    if (isInked) {
      const [cx, cy] = rig.onFace(side * 0.56, 0.5);
      scene.shape(
        points.map(([x, y]): Point2 => [cx + (x - cx) * 1.45, cy + (y - cy) * 1.45]),
        document.radial([cx, cy], rx * 1.35 * rig.view.scale, [
          [0, skin.blush, strength * visible * 0.8],
          [0.55, skin.blush, strength * visible * 0.5],
          [1, skin.blush, 0],
        ]),
      );
    } else scene.shape(points, skin.blush, { opacity: strength * visible * 0.62 });
    const isRosy =
      lightnessOf(character.skin.hex) > 0.62 &&
      masculine < 0.5 &&
      (character.eyes.design === 'round' || expression.cheek > 0.9);
    if (isInked && isRosy)
      for (let i = -1; i <= 1; i++)
        scene.stroke(
          [
            rig.onFace(side * 0.56 + 0.03 + i * 0.075, 0.455),
            rig.onFace(side * 0.56 - 0.02 + i * 0.075, 0.525),
          ],
          1.7,
          skin.blush,
          { opacity: 0.7 * visible },
        );
  }
  if (!isInked) return;
  const nose = rig.at(0, 0.52, rig.head.front(0.5) + 0.2);
  scene.document.path(
    polygonPath(
      Array.from({ length: 14 }, (_, i): Point2 => {
        const angle = (i / 14) * 2 * Math.PI;
        return [nose[0] + Math.cos(angle) * 24 * unit, nose[1] + Math.sin(angle) * 15 * unit];
      }),
    ),
    {
      fill: document.radial(nose, 22 * unit, [
        [0, skin.blush, 0.3],
        [1, skin.blush, 0],
      ]),
    },
  );
}
