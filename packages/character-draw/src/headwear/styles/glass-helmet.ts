import { mix } from '@avatar/image';
import { ellipsePoints, type Point2 } from '@avatar/vector';
import type { Headwear, Milliner } from '../milliner.js';

const RADIUS = 1.72;
const ROUND = 1.02;

/** A globe around the head: tint at its edge, reflections at the upper left. */
export const glassHelmet: Headwear = {
  back: ({ scene }) => {
    const { rig, unit } = scene;
    const radius = RADIUS * rig.view.scale;
    const globe = ellipsePoints(rig.at(0, -0.16, 0), radius, radius * ROUND, 36);
    const path = scene.shape(globe, '#dff2ff', { opacity: 0.32 });
    scene.document.path(path, {
      stroke: scene.ifInked('#39486b', '#ffffff'),
      strokeWidth: 3 * unit,
      opacity: scene.ifInked(1, 0.7),
    });
  },
  front: (milliner) => {
    const { scene } = milliner;
    const { rig, document } = scene;
    const radius = RADIUS * rig.view.scale;
    const centre = rig.at(0, -0.16, 0);
    scene.shape(
      ellipsePoints(centre, radius, radius * ROUND, 40),
      document.radial(centre, radius, [
        [0.72, '#bfe4ff', 0],
        [1, '#9fd0ff', 0.34],
      ]),
    );
    const light = (from: number, to: number, share: number, width: number, opacity: number) =>
      scene.stroke(arc(milliner, from, to, share), width, '#ffffff', { opacity });
    light(3.4, 4.5, 0.9, 15, 0.75);
    light(4.62, 4.8, 0.9, 11, 0.7);
    light(0, 0.9, 0.93, 8, 0.4);
    // The glass goes down behind the ring of the neck.
    const rim = arc(milliner, -3.9, 0.76, 1, 30);
    scene.stroke(rim, 5, '#39486b', { taper: 'none' });
    scene.stroke(rim, 2.4, '#dfe9f8', { taper: 'none' });
  },
};

function arc({ scene }: Milliner, from: number, to: number, share: number, count = 12): Point2[] {
  const { rig } = scene;
  const radius = RADIUS * rig.view.scale * share;
  const [x, y] = rig.at(0, -0.16, 0);
  return Array.from({ length: count }, (_, i) => {
    const angle = mix(from, to, i / (count - 1));
    return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius * ROUND];
  });
}
