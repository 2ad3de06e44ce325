import { laySheet, linear, Material, placeBall, type Figure, type Vec3 } from '@avatar/character-draw';
import { clamp, mix } from '@avatar/image';
import { SlitHead } from './slit-head.js';

/** Both rows of teeth and the tongue, behind shut lips. */
export function meshMouth(figure: Figure): void {
  const { mouth } = figure.face;
  const y = new SlitHead(figure).lineAt(mouth.shift);
  const front = figure.rig.head.surface(0, y);
  const half = mouth.half * 0.72;
  row(figure, 'teeth_upper', (t, v) => [
    mouth.shift + half * t,
    y + mix(-0.05, 0.06 - 0.03 * Math.abs(t) ** 3, v),
    front - 0.12 - 1.1 * (half * t) ** 2 - 0.02 * v,
  ]);
  row(figure, 'teeth_lower', (t, v) => [
    mouth.shift + half * 0.86 * t,
    y + mix(-0.04, 0.055, v),
    front - 0.17 - 1.1 * (half * 0.86 * t) ** 2,
  ]);
  figure.mesh.begin('tongue', Material.Moist, figure.headFrame);
  placeBall(
    figure.mesh,
    [mouth.shift, y + 0.02, front - 0.36],
    [half * 0.72, 0.05, 0.19],
    linear('#cf6168'),
    14,
  );
}

/** Teeth as one curved sheet with a shade between them. */
function row(figure: Figure, name: string, at: (t: number, v: number) => Vec3): void {
  const white = linear('#f6f1ea');
  figure.mesh.begin(name, Material.Teeth, figure.headFrame);
  laySheet(figure.mesh, (u, v) => at(u * 2 - 1, v), {
    columns: 32,
    rows: 3,
    outward: () => [0, 0, 1],
    colour: (u) => {
      const place = (u * 8) % 1;
      const k = clamp(
        (1 - 0.55 * Math.abs(u * 2 - 1) ** 2.6) * (Math.min(place, 1 - place) < 0.05 ? 0.88 : 1),
      );
      return [white[0] * k, white[1] * k, white[2] * k];
    },
  });
}
