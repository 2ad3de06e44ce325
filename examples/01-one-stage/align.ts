/** Straighten a selfie and cut the square around the face: three stages, no styling. Run: `npx tsx examples/01-one-stage/align.ts [photo] [out.png]` */
import { writeFile } from 'node:fs/promises';
import { faceAlign, faceDetect } from '@avatar/face-align';
import { encodePng, toRaster } from '@avatar/image';
import { load } from '@avatar/load';
import { createModelHub } from '@avatar/onnx';
import { pipeline } from '@avatar/pipeline-runner';

const [photo = 'examples/photos/astronaut.png', out = 'out/aligned.png'] = process.argv.slice(2);

await using models = createModelHub();

const straighten = pipeline('source')
  .use(load())
  .use(faceDetect({ models }))
  .use(faceAlign({ models, frameFrom: 'landmarks', outputSizePx: 512 }));

const { faces, face } = await straighten.execute({ source: { path: photo } });
await writeFile(out, await encodePng(toRaster(face.crop)));
console.log(`${faces.faces.length} face, roll ${degrees(face.pose.rollRad)} degrees: ${out}`);

function degrees(radians: number): string {
  return ((radians * 180) / Math.PI).toFixed(1);
}
