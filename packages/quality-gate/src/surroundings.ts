import type { DetectedFace, Photo } from '@avatar/stage';

/**
 * What is looked at, in widths and heights of the face's box from its middle: beside and above the head, and not the
 * head.
 */
const AROUND = { aside: 2, above: 1.6, below: 0.5 };
const HEAD = { aside: 0.8, above: 1 };
/** Steps across the face's box. */
const STEPS = 16;
const BRIGHT = 190;

/** Share of what is beside and above the head, in [0, 1], that is nearly white: windows, sky and lit walls. */
export function brightAround({ box }: DetectedFace, { image }: Photo): number {
  const { data, width, height, channels } = image;
  let bright = 0;
  let all = 0;
  for (let v = -AROUND.above; v <= AROUND.below; v += 1 / STEPS)
    for (let u = -AROUND.aside; u <= AROUND.aside; u += 1 / STEPS) {
      if (Math.abs(u) < HEAD.aside && v > -HEAD.above) continue;
      const x = Math.round(box.x + (0.5 + u) * box.width);
      const y = Math.round(box.y + (0.5 + v) * box.height);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const at = (y * width + x) * channels;
      all++;
      if (0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2] > BRIGHT) bright++;
    }
  return all === 0 ? 0 : bright / all;
}
