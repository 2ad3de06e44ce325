import type { PlanarImage, Plane } from '@avatar/stage';
import { boxBlur, clamp, createPlane, mix, shrink, smoothstep } from '@avatar/image';
import { fitColourModel } from './colour-guided.js';
import { HalfSizeReader, halveImage } from './half-size.js';
import { spreadColours, sureSet } from './side-colours.js';

export interface RefineParams {
  gfR: number;
  gfEps: number;
  sideR: number;
  lo: number;
  hi: number;
  down: number;
  up: number;
  choke: boolean;
  unsure: number;
  r2: boolean;
  bound: number;
  sideR2: number;
}
export const DEFAULTS: RefineParams = {
  gfR: 6,
  gfEps: 3e-4,
  sideR: 10,
  lo: 0.08,
  hi: 0.94,
  down: 0.85,
  up: 0.22,
  choke: true,
  unsure: 0.3,
  r2: true,
  bound: 3,
  sideR2: 4,
};

export function refineAlpha(image: PlanarImage, alpha: Plane, params: Partial<RefineParams> = {}): Plane {
  const P = { ...DEFAULTS, ...params };
  const { width, height } = alpha;
  const unit = width / 800;
  const px = (v: number) => Math.max(1, Math.round(v * unit));
  const small = halveImage(image);
  const a = shrink(alpha, 2);
  const u = createPlane(a.width, a.height);
  for (let i = 0; i < u.data.length; i++) u.data[i] = 4 * a.data[i] * (1 - a.data[i]);
  const near = boxBlur(boxBlur(u, px(3)), px(2));
  const weight = createPlane(a.width, a.height);
  for (let i = 0; i < u.data.length; i++) weight.data[i] = 1 - (1 - P.unsure) * Math.min(1, u.data[i]);
  const model = fitColourModel(small, a, { radiusPx: px(P.gfR), epsilon: P.gfEps, weight });
  const reach = boxBlur(a, px(4));
  const person = spreadColours(
    small,
    sureSet(a, px(2), (v) => v > 0.96),
    px(P.sideR),
  );
  const backdrop = spreadColours(
    small,
    sureSet(a, px(2), (v) => v < 0.04),
    px(P.sideR),
  );
  const out = createPlane(width, height);
  const reader = new HalfSizeReader(a.width, a.height);
  const [red, green, blue] = image.planes;
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const a0 = alpha.data[i];
      reader.moveTo(x, y);
      const unsure = smoothstep(0.06, 0.35, reader.read(near.data));
      let value = a0;
      if (unsure > 0) {
        const r = red[i];
        const g = green[i];
        const b = blue[i];
        const guided =
          reader.read(model.slopes[0].data) * r +
          reader.read(model.slopes[1].data) * g +
          reader.read(model.slopes[2].data) * b +
          reader.read(model.offset.data);
        let g2 = clamp(guided);
        if (P.bound > 0) g2 = Math.min(g2, Math.max(a0, P.bound * reader.read(reach.data)));
        const raw = smoothstep(0.12, 0.88, a0);
        const trustFit = P.r2 ? smoothstep(0.35, 0.8, reader.read(model.fit.data)) : 1;
        value = mix(a0, mix(raw, g2, trustFit), unsure);
        const known = reader.read(person.known.data) * reader.read(backdrop.known.data);
        if (known > 0 && value > 0.015 && value < 0.985) {
          const before = value;
          const br = reader.read(backdrop.colours[0].data);
          const bg = reader.read(backdrop.colours[1].data);
          const bb = reader.read(backdrop.colours[2].data);
          const dr = reader.read(person.colours[0].data) - br;
          const dg = reader.read(person.colours[1].data) - bg;
          const db = reader.read(person.colours[2].data) - bb;
          const distance = dr * dr + dg * dg + db * db;
          const onLine = clamp(((r - br) * dr + (g - bg) * dg + (b - bb) * db) / (distance + 1e-4));
          const trust = known * smoothstep(0.015, 0.1, distance) * Math.min(1, 6.6 * value * (1 - value));
          value = mix(value, onLine, (onLine < value ? P.down : P.up) * trust);
          if (P.choke)
            value = mix(smoothstep(0.28, 0.92, a0), value, known * smoothstep(0.01, 0.06, distance));
          value = mix(before, value, unsure);
        }
      }
      out.data[i] = clamp((value - P.lo) / (P.hi - P.lo));
    }
  return out;
}
