import { fillCharacter } from '@avatar/character';
import { gradientOf } from '@avatar/character-draw';
import { modelBust } from './src/bust/model-bust.js';
import specs from './zzspecs.json' with { type: 'json' };
const b = modelBust(fillCharacter((specs as any).e, 0));
const f = b.model.figure;
const face = b.meshes.find((x) => x.name === 'Face')!;
const rows: any[] = [];
for (let i = 0; i < face.positions.length; i += 3) {
  const [x, y, z] = face.positions.subarray(i, i + 3);
  if (Math.abs(x) < 0.02 && y > -0.5 && y < -0.2 && z > 0)
    rows.push(
      [
        x,
        y,
        z,
        ...face.normals.subarray(i, i + 3),
        f.headSurface.field(x, y, z),
        ...gradientOf(f.headSurface.field, [x, y, z], 0.03),
      ]
        .map((v) => v.toFixed(3))
        .join(' '),
    );
}
console.log(rows.join('\n'), f.face.eye.centre[1] - 0.42);
