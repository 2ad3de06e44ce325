// One stage alone.
import { load } from '@avatar/load';
import { pipeline } from '@avatar/pipeline-runner';

const { photo } = await pipeline('source')
  .use(load())
  .execute({ source: { path: process.argv[2] } });
if (!(photo.sourceWidth > 0)) throw new Error('No photo was loaded');
console.log(`${photo.format} ${photo.sourceWidth} x ${photo.sourceHeight}`);
