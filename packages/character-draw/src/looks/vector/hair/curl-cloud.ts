import { clamp } from '@avatar/image';
import {
  clockwise,
  ellipsePoints,
  inkStroke,
  mixColours,
  splinePath,
  type PathData,
  type Point2,
} from '@avatar/vector';
import type { Scene } from '../scene.js';
import type { HairTones } from '../tones.js';
import type { HairRibbon } from './ribbons.js';

/** A cloud of coils: one merged outline, and curls in three merged layers of tone. */
export function drawCurlCloud(
  scene: Scene,
  ribbons: readonly HairRibbon[],
  tones: HairTones,
  cap: { readonly path: PathData; readonly lift: number } | undefined,
): void {
  const { document } = scene;
  const cloud = ribbons
    .map(({ path, centre, halfWidth }) => {
      const tip = centre[centre.length - 1];
      return path + splinePath(clockwise(ellipsePoints(tip, halfWidth * 1.15, halfWidth * 1.15, 8)), true);
    })
    .join('');
  document.path(cloud, { fill: scene.ifInked(mixColours(tones.base, tones.shadow, 0.25), tones.base) });
  if (cap) drawInnerCurls(scene, tones, cap);
  drawCurlTones(scene, ribbons, tones);
}

function drawInnerCurls(
  scene: Scene,
  tones: HairTones,
  cap: { readonly path: PathData; readonly lift: number },
): void {
  const { rig, document, unit } = scene;
  const random = scene.person.random(61);
  let light = '';
  let dark = '';
  for (let i = 0; i < 90; i++) {
    const azimuth = (random() * 2 - 1) * 112;
    const elevation = -26 + random() * 56;
    const place = rig.scalp(azimuth, elevation, cap.lift);
    const start = random() * 2 * Math.PI;
    const size = 0.1 * rig.view.scale * (0.7 + 0.5 * random());
    if (rig.turn(place)[2] < 0.05) continue;
    const [x, y] = rig.at(place[0], place[1], place[2]);
    const arc = (offset: number) =>
      [0, 1, 2, 3].map((j): Point2 => [
        x + offset + Math.cos(start + j * 0.8) * size * 0.7,
        y + offset + Math.sin(start + j * 0.8) * size * 0.6,
      ]);
    light += inkStroke(arc(0), size * 0.34, 'both', 3);
    dark += inkStroke(arc(size * 0.22), 2.2 * unit, 'both', 3);
  }
  const clip = document.clipPath(cap.path);
  document.path(light, { fill: tones.light, opacity: scene.ifInked(0.4, 0.35), clip });
  document.path(dark, { fill: scene.ifInked(tones.line, tones.deep), opacity: 0.55, clip });
}

function drawCurlTones(scene: Scene, ribbons: readonly HairRibbon[], tones: HairTones): void {
  const { rig, document, unit } = scene;
  const [lightX, lightY] = rig.at(-0.45, -1.25, 0.5);
  const [darkX] = rig.at(0.5, 0, 0.5);
  let lit = '';
  let shaded = '';
  let lines = '';
  ribbons.forEach(({ centre, halfWidth: w }, i) => {
    const [x, y] = centre[0];
    const nearLight = clamp(1 - Math.hypot(x - lightX, y - lightY) / (1.5 * rig.view.scale));
    const body = inkStroke(
      centre.slice(1, 8).map(([px, py]): Point2 => [px - w * 0.1, py - w * 0.15]),
      w * (0.5 + 0.3 * nearLight),
      'both',
      3,
    );
    const isLit = x > darkX ? i % 4 === 0 : nearLight > 0.42 || i % 2 === 1;
    if (isLit) lit += body;
    else shaded += body;
    lines += splinePath(
      centre
        .slice(0, 8)
        .filter((_, k) => k % 2 === 0)
        .map(([px, py]): Point2 => [px + w * 0.34, py + w * 0.3]),
    );
  });
  document.path(lit, { fill: tones.light, opacity: scene.ifInked(0.62, 0.5) });
  document.path(shaded, { fill: tones.deep, opacity: scene.ifInked(0.55, 0.4) });
  document.path(lines, {
    stroke: scene.ifInked(tones.line, tones.deep),
    strokeWidth: (scene.isInked ? 1.7 : 1.5) * unit,
    opacity: scene.ifInked(0.6, 0.5),
  });
}

/** Every third curl in a colour of its own. */
export function drawColouredCurls(scene: Scene, ribbons: readonly HairRibbon[], tones: HairTones): void {
  const data = ribbons
    .filter((_, i) => i % 3 === 0)
    .map(({ centre, halfWidth }) => inkStroke(centre.slice(0, 8), halfWidth * 1.1, 'both', 3));
  scene.document.path(data.join(''), { fill: tones.base, opacity: 0.9 });
}
