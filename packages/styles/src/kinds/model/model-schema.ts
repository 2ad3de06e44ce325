import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { choice, CONTROLS, integer, number, object, pattern, text } from '../../schema/fields.js';
import { finish } from '../../schema/finish.js';

const RANGE = 'two different numbers from -1024 to 1024, black and white';
const pictureTensor = {
  name: text(100),
  layout: choice('nchw', 'nhwc'),
  colourOrder: choice('rgb', 'bgr'),
  range: z
    .tuple([number(-1024, 1024), number(-1024, 1024)], { error: RANGE })
    .refine(([black, white]) => black !== white, { error: RANGE }),
};

const modelRendering = (file: z.ZodString) =>
  object({
    kind: z.literal('model'),
    model: object({
      file,
      format: choice('onnx', 'tfjs').exactOptional(),
      sha256: pattern(/^[0-9a-f]{64}$/, 64, 'a SHA-256 of 64 lower-case hex digits').exactOptional(),
      input: object({ ...pictureTensor, sizePx: integer(32, 2048) }),
      output: object(pictureTensor),
    }),
    ...finish,
  });

const ABSOLUTE = 'an absolute path';
export const modelRenderingInCode = modelRendering(
  z.string({ error: ABSOLUTE }).max(4096, { error: ABSOLUTE }).refine(isAbsolute, { error: ABSOLUTE }),
);

/** Steps that name something, with forward slashes between: no root, no drive, no scheme, no `.` or `..`. */
const STEP = String.raw`(?!\.{1,2}(?:/|$))[^/\\:${CONTROLS}]+`;
const WITHIN_FOLDER = new RegExp(`^${STEP}(?:/${STEP})*$`, 'u');
export const modelRenderingInFile = modelRendering(
  pattern(WITHIN_FOLDER, 200, 'the path of a file in the folder of the style file'),
);
