/** A stage of your own in a pipeline of your own. Run: `npx tsx examples/02-custom-pipeline/duotone.ts [photo] [out.png]` */
import { writeFile } from 'node:fs/promises';
import { background } from '@avatar/bg-generate';
import { composite } from '@avatar/composite';
import { cutout, portraitMatte } from '@avatar/matte';
import { faceAlign, faceDetect } from '@avatar/face-align';
import { createPlanar, luma, mix } from '@avatar/image';
import { load } from '@avatar/load';
import { createModelHub } from '@avatar/onnx';
import { pipeline, retryAtLowerIntensity } from '@avatar/pipeline-runner';
import { cutoutGate, inputGate, qualityGate } from '@avatar/quality-gate';
import { save } from '@avatar/save';
import { defineStage } from '@avatar/stage';

const INK = [0.09, 0.1, 0.27] as const;
const PAPER = [1, 0.93, 0.82] as const;

/** Two inks, as in a risograph print. `intensity` mixes it with the photo, so that a retry can step back. */
const duotone = defineStage({
  name: 'duotone',
  reads: ['face', 'cutout'],
  writes: ['avatar'],
  run: async ({ face, cutout: { foreground, alpha } }, { intensity }) => {
    const { data: tone } = luma(foreground);
    const image = createPlanar(foreground.width, foreground.height);
    image.planes.forEach((plane, channel) => {
      for (let i = 0; i < plane.length; i++) {
        const printed = mix(INK[channel], PAPER[channel], tone[i]);
        plane[i] = mix(foreground.planes[channel][i], printed, intensity);
      }
    });
    return { avatar: { image, person: alpha, landmarks: face.landmarks } };
  },
});

const [photo = 'examples/photos/grace-hopper.jpg', out = 'out/duotone.png'] = process.argv.slice(2);

await using models = createModelHub();

const attempt = pipeline('inputReport', 'face', 'cutout', 'cutoutReport', 'background', 'embedding')
  .use(duotone)
  .use(composite())
  .use(qualityGate({ models, style: 'corporate_headshot', minLikeness: 0.6 }));

const print = pipeline('source')
  .use(load())
  .use(faceDetect({ models }))
  .use(inputGate())
  .use(portraitMatte({ models }))
  .use(faceAlign({ models }))
  .use(cutout())
  .use(cutoutGate())
  .use(background({ palette: '#f2d8a7' }))
  .use(retryAtLowerIntensity({ body: attempt }))
  .use(save({ style: 'duotone' }));

const { encoded, verdict, attempts } = await print.execute({ source: { path: photo } });
await writeFile(out, encoded.bytes);
console.log(`${out}: likeness ${verdict.likenessScore?.toFixed(2)} after ${attempts.length} attempt(s)`);
