import { fillCharacter } from '@avatar/character';
import { paintFace } from '@avatar/character-draw';
import { modelBust } from './src/bust/model-bust.js';
import specs from './zzspecs.json' with { type: 'json' };
const b = modelBust(fillCharacter((specs as any).e, 0));
const f = b.model.figure;
const m = f.face.mouth;
const p = paintFace(f);
const o = new Float64Array(4);
console.log(
  m.y,
  m.half,
  [-1, -0.5, 0, 0.5, 1].map((t) =>
    [m.upperBorder(t), m.upperEdge(t), m.lowerBorder(t)].map((v) => v.toFixed(3)).join('/'),
  ),
);
for (let y = -0.1; y < 0.2; y += 0.015) {
  p.read(0.05, m.y + y, o);
  console.log(y.toFixed(3), [...o].map((v) => v.toFixed(2)).join(' '));
}
const face = b.meshes.find((x) => x.name === 'Face')!;
let c = 0;
for (let i = 0; i < face.positions.length; i += 3) {
  const [x, y, z] = face.positions.subarray(i, i + 3);
  if (Math.abs(x - 0.05) < 0.02 && y > m.y - 0.06 && y < m.y + 0.1 && c++ < 60)
    console.log(x.toFixed(3), (y - m.y).toFixed(3), z.toFixed(3), face.lips![i / 3]);
}
