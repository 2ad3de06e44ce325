import { clamp } from '@avatar/image';
import { mixColours, type Paint, type Point2 } from '@avatar/vector';
import type { HairCap, HairLayer } from '../../../hair/lock.js';
import type { Scene } from '../scene.js';
import type { HairTones } from '../tones.js';
import { drawColouredCurls, drawCurlCloud } from './curl-cloud.js';
import type { HairMass } from './hair-mass.js';
import { drawLock } from './draw-lock.js';
import { drawFormShadow } from './form-shadow.js';
import { drawStubbledCap } from './stubbled-cap.js';
import { hairRibbon, type HairRibbon } from './ribbons.js';

/** One layer of the person's hair. The cap belongs to the front. */
export function drawHairLayer(scene: Scene, layer: HairLayer, withCap = false): void {
  const { hairdo, palette, capPath, character } = scene;
  const cap: HairCap | undefined = withCap ? hairdo.cap : undefined;
  drawHairMass(scene, {
    locks: hairdo.locks.filter((lock) => lock.layer === layer),
    tones: palette.hair,
    streak: palette.streak,
    isBack: layer === 'back',
    cap: cap && { path: capPath, fades: cap.fades, lift: cap.lift },
    hasSheen: hairdo.sheen !== undefined,
    isHead: true,
  });
  if (withCap && character.hair.style === 'buzz') drawStubbledCap(scene);
}

/**
 * All locks are stroked before they are filled: ink shows only around their union. Inner edges are strokes that grow
 * from root to tip.
 */
export function drawHairMass(scene: Scene, mass: HairMass): void {
  const { locks, cap } = mass;
  if (locks.length === 0 && cap === undefined) return;
  const ribbons = locks.map((lock) => hairRibbon(scene.rig, lock));
  const isCloud = ribbons.length > 0 && locks.every(({ isSoft }) => isSoft);
  const paint = paints(scene, mass);
  drawContour(scene, mass, ribbons, isCloud);
  if (cap) scene.document.path(cap.path, { fill: cap.fades ? fadingPaint(scene, mass.tones) : paint(0) });
  if (isCloud) {
    drawCurlCloud(scene, ribbons, mass.tones, cap);
    if (mass.streak) drawColouredCurls(scene, ribbons, mass.streak);
    return;
  }
  const streaked = mass.streak && !mass.isBack ? { ...mass, tones: mass.streak } : undefined;
  const streakPaint = streaked && paints(scene, streaked);
  ribbons.forEach((item, index) => {
    if (streaked && streakPaint && index % 3 === 1) drawLock(scene, streaked, item, index + 1, streakPaint);
    else drawLock(scene, mass, item, index + 1, paint);
  });
  if (mass.isHead) drawFormShadow(scene, mass, ribbons);
}

function drawContour(
  { rig, document, look, isInked, unit }: Scene,
  { tones, cap }: HairMass,
  ribbons: readonly HairRibbon[],
  isCloud: boolean,
): void {
  if (!isInked) return;
  const strokeWidth = look.ink * 1.7 * unit;
  const [cx, cy] = rig.at(0, -0.5, 0);
  const outer = isCloud
    ? ribbons.filter(({ centre: [[x, y]] }) => Math.hypot(x - cx, y - cy) > 0.7 * rig.view.scale)
    : ribbons;
  document.group({ shift: [0.9 * unit, 1.5 * unit] }, () => {
    for (const { path } of outer) document.path(path, { fill: tones.line, stroke: tones.line, strokeWidth });
  });
  if (!cap) return;
  const fade = document.linear(
    [0, rig.at(0, -0.9, 0)[1]],
    [0, rig.at(0, 0.1, 0)[1]],
    [
      [0, tones.line, 1],
      [0.55, tones.line, 0.6],
      [1, tones.line, 0],
    ],
  );
  document.path(cap.path, {
    fill: cap.fades ? 'none' : tones.line,
    stroke: cap.fades ? fade : tones.line,
    strokeWidth: strokeWidth * 1.15,
  });
}

/** Cropped sides run out into the skin before the ear. */
function fadingPaint({ rig, document, character, palette }: Scene, { base, shadow }: HairTones): Paint {
  const hair = mixColours(base, shadow, 0.4);
  const colour = character.hair.style === 'buzz' ? mixColours(hair, palette.skin.shadow, 0.22) : hair;
  return document.linear(
    [0, rig.at(0, -0.95, 0)[1]],
    [0, rig.at(0, 0.42, 0)[1]],
    [
      [0, colour, 1],
      [0.35, colour, 0.92],
      [0.64, colour, 0.5],
      [0.84, colour, 0.03],
    ],
  );
}

/** Paint of a lock by its tone. */
function paints(
  { rig, document, isInked }: Scene,
  { tones, isBack, locks }: HairMass,
): (tone: number) => Paint {
  const { base, shadow, deep, light } = tones;
  const top: Point2 = [0, rig.at(0, -1.6, 0)[1]];
  const bottom: Point2 = [0, rig.at(0, isBack ? 2.4 : 1.3, 0)[1]];
  const spread = locks.some(({ profile }) => profile === 'rope') ? 2.8 : 1;
  return (given) => {
    const tone = given * spread;
    if (!isInked) {
      if (isBack) return mixColours(deep, shadow, 0.3);
      return tone > 0.3 ? mixColours(base, light, 0.32) : tone < -0.3 ? mixColours(base, shadow, 0.5) : base;
    }
    if (isBack)
      return document.linear(top, bottom, [
        [0, deep],
        [1, mixColours(shadow, deep, 0.4)],
      ]);
    return document.linear(top, bottom, [
      [0, mixColours(base, light, clamp(0.25 + tone * 0.3))],
      [
        0.45,
        tone > 0 ? mixColours(base, light, tone * 0.35) : mixColours(base, shadow, clamp(0.1 - tone * 0.7)),
      ],
      [1, mixColours(base, shadow, clamp(0.42 - tone * 0.6))],
    ]);
  };
}
