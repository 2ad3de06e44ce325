/** Prints a SHA-256 for each of six people as a file, on the Node.js that runs it. Started by `check-glb-bytes.ts`. */
import { createHash } from 'node:crypto';
import { toGlb } from '@avatar/character-glb';
import { BUST_SPECS } from './specs.js';

/** Every tenth of the people of `eval:glb`: hair, headwear, clothes and a beard. */
for (const [i, { name, spec }] of BUST_SPECS.entries()) {
  if (i % 10 !== 0) continue;
  const { bytes } = await toGlb(spec);
  console.log(name, createHash('sha256').update(bytes).digest('hex'));
}
