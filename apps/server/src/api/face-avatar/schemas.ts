import { z } from 'zod';
import { address, ownText } from '../v1/schemas/text.js';

const MIN_SIDE_PX = 256;
const MAX_SIDE_PX = 1536;
const MAX_PROMPT = 2000;
const DEFAULT_SIDE_PX = 1024;

/** Clients write `None`, and mean nothing. */
const isNone = (text: string): boolean => ['', 'none', 'null'].includes(text.trim().toLowerCase());
const orNone = (schema: z.ZodType<string, string>) =>
  schema
    .nullish()
    .transform((text) => (text === null || text === undefined || isNone(text) ? undefined : text));
const webAddress = address(4096);
const addressOrNone = z
  .string()
  .max(4096)
  .refine((text) => isNone(text) || webAddress.safeParse(text).success, {
    error: 'expected an address that begins with https:// or http://',
  });
const COLOUR = /^(#[0-9a-fA-F]{6}|[nN]one|null|)$/;
const side = (name: string) =>
  z.int().min(MIN_SIDE_PX).max(MAX_SIDE_PX).default(DEFAULT_SIDE_PX).describe(`${name} in pixels`);

export const imageBodySchema = z
  .object({
    app_id: ownText(200)
      .optional()
      .describe('Sent back. Ours are `toon3d` (also for any other), `anime` and `flat`'),
    file_url: orNone(addressOrNone).describe('The face that is kept; none: a person in words'),
    prompt: orNone(ownText(MAX_PROMPT)).describe('What the person looks like; none: the default look'),
    negative_prompt: orNone(ownText(MAX_PROMPT)).describe('Glasses, beards and headwear are left out'),
    batch: z.int().min(1).max(8).default(1).describe('Pictures of the same face; a credit each'),
    height: side('Height'),
    width: side('Width'),
    num_inference_steps: z.int().min(1).max(50).optional().describe('Means nothing here'),
    guidance_scale: z.number().min(1).max(30).optional().describe('Means nothing here'),
    gender: orNone(ownText(50)).describe('`man` or `woman`, for the default look'),
    remove_background: z.boolean().default(false).describe('Transparent, whatever `bg_color` says'),
    bg_color: orNone(z.string().regex(COLOUR)).describe('`#RRGGBB`'),
    celery: z.boolean().default(false).describe('Answer at once with a `task_id`'),
  })
  .meta({ id: 'FaceAvatarRequest' });
export type ImageBody = z.output<typeof imageBodySchema>;

const taskShape = { task_id: z.string().max(100) };
export const taskParams = z.object(taskShape);
export const taskBodySchema = z.object(taskShape).meta({ id: 'FaceAvatarTask' });

/** Exactly these keys, in success and in failure. */
export const answerSchema = z
  .object({
    time_required: z.number().nullable().describe('Seconds from the request to the last picture; measured'),
    error: z.string().nullable(),
    error_data: z.record(z.string(), z.unknown()).nullable(),
    input: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('What was asked for; `warnings` in it says what of it is not in the pictures'),
    output: z.array(z.string()).describe('Addresses of the pictures'),
    app_id: z.string().nullable(),
    task_id: z.string().nullable(),
    status: z.enum(['PENDING', 'STARTED', 'SUCCESS', 'FAILURE']),
  })
  .meta({ id: 'FaceAvatarAnswer' });
export type FaceAvatarAnswer = z.output<typeof answerSchema>;

const problem = (description: string) => ({
  description,
  content: { 'application/json': { schema: answerSchema } },
});

export const faceAvatarProblems = {
  '4xx': problem('What was wrong with the request, in `error` and `error_data`'),
  '5xx': problem('Something that is not the fault of the request; try again'),
} as const;
