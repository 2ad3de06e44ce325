// A program as people write it, with types as strict as they come.
import { writeFile } from 'node:fs/promises';
import { createAvatarGenerator, type PhotoAvatarResult } from '@avatar/generator';
import { load } from '@avatar/load';
import { createModelHub } from '@avatar/onnx';
import { faceAlign, faceDetect } from '@avatar/face-align';
import { pipeline } from '@avatar/pipeline-runner';
import { defineStage } from '@avatar/stage';

export async function headshot(photo: string): Promise<PhotoAvatarResult> {
  await using generator = createAvatarGenerator();
  const avatar = await generator.generate(photo, { platform: 'linkedin' });
  await writeFile('avatar.png', avatar.bytes);
  return avatar;
}

export async function aligned(path: string): Promise<number> {
  await using models = createModelHub({ offline: true });
  const { face } = await pipeline('source')
    .use(load())
    .use(faceDetect({ models }))
    .use(
      defineStage({
        name: 'acme-look',
        reads: ['faces'],
        writes: [],
        run: async ({ faces }) => {
          console.log(faces.faces.length);
          return {};
        },
      }),
    )
    .use(faceAlign({ models, frameFrom: 'landmarks' }))
    .execute({ source: { path } });
  return face.pose.rollRad;
}
