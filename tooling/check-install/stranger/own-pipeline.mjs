// A pipeline with a stage of its own, on real models.
import { writeFile } from 'node:fs/promises';
import { faceAlign, faceDetect } from '@avatar/face-align';
import { encodePng, toRaster } from '@avatar/image';
import { load } from '@avatar/load';
import { createModelHub } from '@avatar/onnx';
import { pipeline } from '@avatar/pipeline-runner';
import { defineStage } from '@avatar/stage';

const oneFaceOnly = defineStage({
  name: 'acme-one-face',
  reads: ['faces'],
  writes: ['acme:count'],
  run: async ({ faces }) => ({ 'acme:count': faces.faces.length }),
});

const models = createModelHub();
const result = await pipeline('source')
  .use(load())
  .use(faceDetect({ models }))
  .use(oneFaceOnly)
  .use(faceAlign({ models, frameFrom: 'landmarks', outputSizePx: 256 }))
  .execute({ source: { path: process.argv[2] } });
await models[Symbol.asyncDispose]();
if (result['acme:count'] !== 1) throw new Error('One face was expected');
await writeFile('aligned.png', await encodePng(toRaster(result.face.crop)));
console.log('one face, aligned.png');
