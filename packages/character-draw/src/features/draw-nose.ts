import { clamp, smoothstep } from '@avatar/image';
import { mixColours, type HexColour, type Point2, type Point3 } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import { noseGeometry, type NoseGeometry } from './nose-shape.js';

/** How far the head is turned away, as the nose sees it. */
interface NoseView extends NoseGeometry {
  readonly turned: number;
  /** The side that faces away. */
  readonly farSide: number;
  readonly at: (point: Point3) => Point2;
  /** A point of the base: share of the wings, height under the base, depth over the face. */
  readonly base: (share: number, dy: number, lift?: number) => Point2;
  readonly line: HexColour;
  /** How plainly the sides of the nose are drawn. */
  readonly strength: number;
}

export function drawNose(scene: Scene): void {
  const nose = noseView(scene);
  if (nose.turned < 0.3) drawSide(scene, nose);
  drawUnderside(scene, nose);
  drawWings(scene, nose);
  if (nose.turned > 0.2) drawProfile(scene, nose);
  else drawTip(scene, nose);
  drawLights(scene, nose);
}

function noseView(scene: Scene): NoseView {
  const { rig, palette, person, isInked } = scene;
  const geometry = noseGeometry(rig);
  const { nose } = person.character;
  const sin = Math.sin(rig.view.yawRad);
  const depth = rig.head.front(geometry.baseY);
  const isSmall = nose.shape === 'button' || nose.shape === 'snub';
  return {
    ...geometry,
    turned: Math.abs(sin),
    farSide: sin < 0 ? -1 : 1,
    at: ([x, y, z]) => rig.at(x, y, z),
    base: (share, dy, lift = 0) =>
      rig.at(share * geometry.halfWidth + person.asymmetry.nose, geometry.baseY + dy, depth + lift),
    line: isInked ? palette.skin.line : palette.skin.dark,
    strength: clamp(
      0.15 +
        person.masculine * 0.6 +
        nose.bridge * 0.5 +
        (nose.shape === 'aquiline' ? 0.4 : 0) -
        (isSmall ? 0.5 : 0),
    ),
  };
}

/** The side away from the light, from the brow to the wing. */
function drawSide(scene: Scene, { ridge, tip, baseY, kind, at, base, strength }: NoseView): void {
  const { head } = scene.rig;
  const on = (x: number, y: number): Point2 => at([x, y, head.surface(x, y)]);
  const aquiline = scene.character.nose.shape === 'aquiline' ? 0.02 : 0;
  scene.shape(
    [
      on(0.2, -0.2),
      at([0.075, -0.02, ridge[1][2] - 0.03]),
      at([0.05 + aquiline, 0.22, ridge[2][2] - 0.03]),
      at([0.06, baseY - 0.14, tip[2] - 0.03]),
      at([0.07 * kind.roundness + 0.02, baseY - 0.02, tip[2] - 0.06]),
      base(0.9 * kind.wings, 0.035, 0.04),
      base(1.03 * kind.wings, -0.06, 0.02),
      on(0.135, 0.3),
      on(0.13, 0.04),
      on(0.24, -0.15),
    ],
    scene.palette.skin.shadow,
    { opacity: scene.ifInked(0.25 + 0.6 * strength, 0.8) },
  );
}

function drawUnderside(scene: Scene, { tip, baseY, protrusion, kind, at, base }: NoseView): void {
  const { palette, person, rig } = scene;
  const shift = person.asymmetry.nose;
  scene.shape(
    [
      base(-0.6 * kind.wings, -0.005, 0.1),
      base(-0.3, -0.012, protrusion * 0.8),
      at([shift, baseY + kind.tip * 0.5, tip[2] - 0.02]),
      base(0.3, -0.012, protrusion * 0.8),
      base(0.6 * kind.wings, -0.005, 0.1),
      base(0.4, 0.05, 0.05),
      at([shift, baseY + 0.055, rig.head.front(baseY) + protrusion * 0.35]),
      base(-0.375, 0.05, 0.05),
    ],
    scene.ifInked(mixColours(palette.skin.shadow, palette.skin.deep, 0.35), palette.skin.shadow),
    { opacity: 0.95 },
  );
  if (scene.isInked && person.character.nose.shape !== 'button')
    scene.shape(
      [base(0.2, 0.05, 0.12), base(0.85 * kind.wings, 0.12, 0.02), base(0.2, 0.1, 0.05)],
      palette.skin.shadow,
      { opacity: 0.85 },
    );
}

function drawWings(scene: Scene, { turned, farSide, protrusion, kind, base, line }: NoseView): void {
  const { shape, width } = scene.character.nose;
  const { masculine } = scene.person;
  const isOpen = shape === 'snub' || shape === 'broad';
  const lift = shape === 'snub' ? 0.014 : 0;
  for (const side of [-1, 1]) {
    if (turned > 0.35 && side === farSide) continue;
    const nostril = [
      base(side * 0.26, 0.02 - lift, protrusion * 0.55),
      base(side * 0.48 * kind.wings, -0.002 - lift * 1.4, protrusion * 0.45),
      base(side * 0.68 * kind.wings, 0.02, protrusion * 0.25),
    ];
    scene.stroke(nostril, scene.ifInked(shape === 'button' ? 2.2 : 3, 3.2), line, {
      opacity: scene.ifInked(0.92, 0.8),
    });
    if (isOpen)
      scene.shape([...nostril, base(side * 0.46 * kind.wings, 0.035, protrusion * 0.4)], line, {
        opacity: 0.45,
      });
    const wing = scene.ifInked(
      shape === 'broad' ? 1 : shape === 'button' ? 0 : clamp(0.1 + width * 0.75 + masculine * 0.25),
      shape === 'button' ? 0.25 : 0.6,
    );
    if (wing > 0.05)
      scene.stroke(
        [
          base(side * 0.92 * kind.wings, -0.11, 0.03),
          base(side * 1.09 * kind.wings, -0.03, 0.05),
          base(side * 0.88 * kind.wings, 0.035, 0.06),
        ],
        2.2,
        line,
        { opacity: wing },
      );
  }
}

/** The profile comes in while the head turns. */
function drawProfile(scene: Scene, { turned, ridge, at, line }: NoseView): void {
  const share = smoothstep(0.2, 0.55, turned);
  scene.stroke(ridge.slice(1).map(at), scene.ifInked(3, 2.6) * share, line, {
    taper: (t) => 0.25 + 0.75 * t ** 1.2 * (t > 0.9 ? (1 - t) * 10 : 1),
    opacity: 0.9 * share,
  });
}

function drawTip(scene: Scene, { ridge, tip, baseY, kind, at, line, strength }: NoseView): void {
  const { shape } = scene.character.nose;
  const shift = scene.person.asymmetry.nose;
  const z = tip[2] - 0.03;
  if (scene.isInked && strength > 0.5)
    scene.stroke(
      shape === 'aquiline'
        ? [
            at([0.085, -0.1, ridge[0][2]]),
            at([0.09, 0.12, ridge[1][2]]),
            at([0.1, 0.28, ridge[2][2] - 0.02]),
            at([0.075, baseY - 0.12, z]),
          ]
        : [
            at([0.075, -0.02, ridge[1][2]]),
            at([0.065, 0.14, ridge[2][2] - 0.05]),
            at([0.065, 0.3, ridge[2][2] - 0.02]),
          ],
      2.3,
      line,
      { opacity: 0.35 + 0.5 * (strength - 0.5) },
    );
  const r = kind.roundness;
  if (shape === 'bulbous' || shape === 'aquiline')
    scene.stroke(
      [
        at([-0.075 * r, baseY - 0.035, z - 0.02]),
        at([-0.05 * r, baseY + 0.02 + kind.tip, z]),
        at([0, baseY + 0.034 + kind.tip, z]),
        at([0.05 * r, baseY + 0.02 + kind.tip, z]),
        at([0.08 * r, baseY - 0.04, z - 0.02]),
      ],
      2.7,
      line,
      { opacity: 0.9 },
    );
  else
    scene.stroke(
      [
        at([-0.045 * r - 0.01 + shift, baseY + 0.008 + kind.tip * 0.4, z]),
        at([shift, baseY + 0.028 + kind.tip * 0.4, z]),
        at([0.05 * r + 0.01 + shift, baseY + 0.008 + kind.tip * 0.4, z]),
      ],
      scene.ifInked(2.8, 2.4),
      line,
      { opacity: scene.ifInked(1, 0.75) },
    );
}

function drawLights(scene: Scene, { turned, ridge, tip, baseY, kind, at }: NoseView): void {
  const { palette, person, unit } = scene;
  const [x, y] = at([-0.03 + person.asymmetry.nose, baseY - 0.1 + kind.tip, tip[2]]);
  const size = unit * scene.ifInked(0.6 + 0.3 * kind.roundness, 0.9);
  scene.shape(
    [
      [x - 4.4 * size, y],
      [x, y - 5.4 * size],
      [x + 4.4 * size, y],
      [x, y + 5.4 * size],
    ],
    palette.skin.glint,
    { opacity: scene.ifInked(0.62, 0.4) },
  );
  const { shape } = person.character.nose;
  if ((scene.isInked || turned < 0.3) && shape !== 'button')
    scene.stroke(
      [
        at([-0.02, 0.04, ridge[1][2]]),
        at([-0.024 + (shape === 'aquiline' ? 0.012 : 0), 0.18, ridge[2][2] - 0.02]),
        at([-0.03, 0.32, ridge[2][2]]),
      ],
      scene.ifInked(4, 3.6),
      palette.skin.light,
      { opacity: scene.ifInked(0.6, 0.4) },
    );
}
