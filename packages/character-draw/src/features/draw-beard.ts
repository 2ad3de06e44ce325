import { inkStroke, mixColours, type Point2 } from '@avatar/vector';
import type { Scene } from '../looks/vector/scene.js';
import { drawHairMass } from '../looks/vector/hair/draw-layer.js';
import { BEARD_LENGTHS, beardLocks, moustacheLocks } from './beard-locks.js';
import { beardPatch } from './beard-patch.js';
import { mouthGeometry } from './mouth-shape.js';

/** What lies under nose and mouth. */
export function drawBeard(scene: Scene): void {
  const { style } = scene.character.facial_hair;
  if (style === 'none' || style === 'moustache') return;
  if (style === 'stubble') {
    drawStubble(scene);
    return;
  }
  const patch = beardPatch(scene, BEARD_LENGTHS[style] * 0.35 + 0.02);
  const tones = scene.palette.beard;
  if (style === 'short_beard' || style === 'goatee') {
    scene.fill(patch.path, mixColours(tones.base, tones.shadow, 0.35), {
      opacity: 0.94,
      outline: tones,
      weight: 0.8,
    });
    drawShortHairs(scene);
  } else
    drawHairMass(scene, {
      locks: beardLocks(scene.rig),
      tones,
      isBack: false,
      cap: { path: patch.path, fades: false, lift: 0 },
      hasSheen: false,
      isHead: false,
    });
  drawEdgeHairs(scene, patch.edge, style === 'short_beard');
}

/** The moustache lies over the lips. */
export function drawMoustache(scene: Scene): void {
  const locks = moustacheLocks(scene.rig);
  drawHairMass(scene, { locks, tones: scene.palette.beard, isBack: false, hasSheen: false, isHead: false });
}

function drawStubble(scene: Scene): void {
  const { rig, palette, unit, document } = scene;
  const { head } = rig;
  const mouth = mouthGeometry(rig);
  const random = scene.person.random(9);
  scene.within(scene.faceClip, () => {
    const patch = beardPatch(scene, 0);
    const middle = rig.onFace(0, 1.02);
    document.path(patch.path, {
      fill: document.radial(middle, 1.05 * rig.view.scale, [
        [0, palette.beard.shadow, 0.14],
        [0.75, palette.beard.shadow, 0.11],
        [1, palette.beard.shadow, 0],
      ]),
    });
    let hairs = '';
    for (let i = 0; i < 240; i++) {
      const x = (random() * 2 - 1) * 0.86;
      const y = 0.66 + random() * 0.76;
      const isCheek = y < 0.72 && Math.abs(x) > 0.35;
      const isMouth = Math.abs(x) < mouth.halfWidth + 0.02 && Math.abs(y - mouth.y) < 0.1;
      const isHollow = y < 1 && y > 0.8 && Math.abs(x) > 0.4 && Math.abs(x) < 0.62;
      if (isCheek || isMouth || isHollow || Math.abs(x) > head.halfWidth(y) * 0.95) continue;
      const [px, py] = rig.onFace(x, y);
      hairs += inkStroke(
        [
          [px, py],
          [px + (random() - 0.5) * 2 * unit, py + 3 * unit],
        ],
        1.4 * unit,
        'both',
        3,
      );
    }
    document.path(hairs, { fill: palette.beard.line, opacity: 0.22 });
  });
}

function drawShortHairs(scene: Scene): void {
  const { rig, palette, unit, document } = scene;
  const isGoatee = scene.character.facial_hair.style === 'goatee';
  const random = scene.person.random(15);
  let light = '';
  let dark = '';
  for (let i = 0; i < 60; i++) {
    const x = (random() * 2 - 1) * 0.8;
    const y = 0.85 + random() * 0.5;
    const isLight = random() < 0.5;
    if (Math.abs(x) > rig.head.halfWidth(y) * 0.9 || (isGoatee && Math.abs(x) > 0.28)) continue;
    if (Math.abs(x) < 0.36 && y < 1.06) continue;
    const hair = inkStroke([rig.onFace(x, y), rig.onFace(x * 0.95, y + 0.09)], 2.4 * unit, 'both', 3);
    if (isLight) light += hair;
    else dark += hair;
  }
  document.path(light, { fill: palette.beard.light, opacity: 0.5 });
  document.path(dark, { fill: palette.beard.deep, opacity: 0.5 });
}

/** The edge of a beard is hair, and no line. */
function drawEdgeHairs(scene: Scene, edge: readonly Point2[], isShort: boolean): void {
  const { unit, document, palette } = scene;
  const random = scene.person.random(4);
  let hairs = '';
  for (let i = 1; i < edge.length - 1; i++) {
    const [ax, ay] = edge[i];
    const [bx, by] = edge[i + 1];
    if (Math.hypot(bx - ax, by - ay) <= 1) continue;
    const x = (ax + bx) / 2;
    const y = (ay + by) / 2;
    const sway = random();
    hairs += inkStroke(
      [
        [x, y + 7 * unit],
        [x + (sway - 0.5) * 3 * unit, y - unit],
        [x + (random() - 0.5) * 7 * unit, y - (isShort ? 2 + 3 * random() : 5 + 6 * random()) * unit],
      ],
      4.6 * unit,
      'out',
      3,
    );
  }
  document.path(hairs, { fill: mixColours(palette.beard.base, palette.beard.shadow, 0.3) });
}
