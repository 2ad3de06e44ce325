import { readFileSync } from 'node:fs';
for (const id of process.argv.slice(2)) {
  const b = readFileSync(`/tmp/glbshots/${id}.glb`);
  const l = b.readUInt32LE(12);
  const j = JSON.parse(b.subarray(20, 20 + l).toString());
  const A = (i: number) => {
    const a = j.accessors[i];
    const n: any = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 };
    const z: any = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 };
    let s = 0;
    if (a.bufferView !== undefined) s += a.count * n[a.type] * z[a.componentType];
    if (a.sparse) s += a.sparse.count * (z[a.sparse.indices.componentType] + n[a.type] * 4);
    return s;
  };
  const out: any = {
    json: l,
    images: j.images.reduce((s: number, i: any) => s + j.bufferViews[i.bufferView].byteLength, 0),
  };
  for (const m of j.meshes)
    for (const p of m.primitives) {
      let s = A(p.indices);
      for (const k in p.attributes) s += A(p.attributes[k]);
      let t = 0;
      for (const g of p.targets ?? []) for (const k in g) t += A(g[k]);
      out[m.name] = Math.round(s / 1e3) + (t ? '+' + Math.round(t / 1e3) + 't' : '');
    }
  console.log(id, JSON.stringify(out));
}
