import { z } from 'zod';
import { idPattern } from '../../../generations/index.js';
import { address, ownText } from './text.js';

const share = z.number().min(0).max(1);
const token = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-z0-9_-]+$/);

/** What an avatar should be like. Everything has a default. */
/** As the generator has it. */
const SIDES = { least: 256, most: 1536, longest: 21 / 9, roundingPx: 1 };
const rectangle = z
  .string()
  .regex(/^\d{3,4}x\d{3,4}$/)
  .refine((size) => {
    const [short, long] = size
      .split('x')
      .map(Number)
      .sort((a, b) => a - b);
    return short >= SIDES.least && long <= SIDES.most && long - SIDES.roundingPx <= SIDES.longest * short;
  }, 'Expected sides from 256 to 1536, from 9:21 to 21:9');

export const avatarOptionsShape = {
  style: token.optional().describe('Token of `GET /v1/styles`. Default: the style of the platform'),
  platform: token.optional().describe('Token of `GET /v1/platforms`; sets style, size and least likeness'),
  background: z
    .string()
    .regex(/^([a-z0-9_-]{1,64}|#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6})$/)
    .optional()
    .describe(
      'Token of `GET /v1/backgrounds`, or a flat colour such as `#ffffff`. Default: the background of the style',
    ),
  palette: z
    .string()
    .regex(/^([a-z0-9_-]{1,64}|#[0-9a-fA-F]{3,6}(,#[0-9a-fA-F]{3,6})?)$/)
    .optional()
    .describe(
      'Colours of the background: a palette token, `#rrggbb`, or two colours with a comma. Goes before `background`',
    ),
  smile: z
    .number()
    .min(0)
    .max(0.5)
    .optional()
    .describe(
      'A slight smile that the photo does not have; a warning says so. Not for `character_` styles. Default: 0, as in the photo',
    ),
  yaw_deg: z
    .number()
    .min(-5)
    .max(5)
    .optional()
    .describe(
      'Turns the head a little, in degrees, positive towards the right edge of the picture; a warning says so. Not for `character_` styles. Default: 0',
    ),
  style_intensity: z.number().gt(0).max(1).optional().describe('Strength of the style. Default: 1'),
  size: z
    .union([z.int().min(64).max(2048), z.enum(['standard', 'hd']), rectangle])
    .optional()
    .describe(
      'Side of the square in pixels, `standard` (800) or `hd` (1200); or width and height such as `1344x768`, 256 to 1536 each, from 9:21 to 21:9. Default: the size of the platform, 800',
    ),
  mode: z.enum(['max', 'eco']).optional().describe('`eco`: a quick preview. Default: `max`'),
  seed: z
    .int()
    .min(0)
    .max(0xffffffff)
    .optional()
    .describe('The same photo, options and seed give the same bytes. Default: 0'),
  min_likeness: share
    .optional()
    .describe(
      'Least likeness to pass, never below that of the account. Default: 0.85 professional, 0.75 social, 0.60 gaming',
    ),
  min_face_coverage: share
    .optional()
    .describe(
      'Least share of the photo that the head should fill, never below that of the account. Default: 0.15',
    ),
  on_fail: z
    .enum(['return_best', 'discard', 'fallback_original'])
    .optional()
    .describe(
      'When no attempt passes the checks. Nothing is charged then, unless the avatar passes by the usual likeness of its platform and only your stricter `min_likeness` is not reached. Default: `return_best`',
    ),
  multi_face: z
    .enum(['largest', 'reject'])
    .optional()
    .describe('Photos of several people. Default: `largest`, with a warning'),
  session_id: z
    .string()
    .regex(/^[A-Za-z0-9_.:-]{1,128}$/)
    .optional()
    .describe('Keeps the photo for 24 hours, so that further requests of the session need not send it again'),
  callback_url: address(2048)
    .optional()
    .describe('Told when the result is there, signed as Standard Webhooks say'),
  callback_id: ownText(200).optional().describe('Your own identifier, sent back with the result'),
  reference: ownText(200)
    .optional()
    .describe('Your own name for the person, sent back; with seats, one seat each'),
  delivery: z
    .enum(['url', 'inline'])
    .default('url')
    .describe(
      '`inline`: the picture in the answer as base64, and nothing is stored. Synchronous requests only',
    ),
} as const;

export const avatarOptionsSchema = z.object(avatarOptionsShape);
export type AvatarOptions = z.output<typeof avatarOptionsSchema>;

export const photoShape = {
  image_url: address(4096).optional().describe('Public address of the photo'),
  image_base64: z.string().min(1).optional().describe('The photo in base64, or a `data:` URL'),
  input_id: z.string().regex(idPattern('inp')).optional().describe('A photo that an earlier request cached'),
} as const;

/** Where the bytes of an uploaded file are put in the body. Not to be set in JSON. */
const uploadedShape = {
  image: z.custom<Uint8Array>((value) => value instanceof Uint8Array).optional(),
} as const;

export const photoFieldsSchema = z.object({ ...photoShape, ...uploadedShape });
export type PhotoFields = z.output<typeof photoFieldsSchema>;

export const generateBodySchema = z
  .strictObject({
    ...photoShape,
    ...avatarOptionsShape,
    cache_input: z
      .boolean()
      .default(false)
      .describe('Keep the photo, encrypted, for 24 hours, to be used again by `input_id`'),
    ...uploadedShape,
  })
  .meta({ id: 'GenerateRequest' });
export type GenerateBody = z.output<typeof generateBodySchema>;

export const validateBodySchema = z
  .strictObject({
    ...photoShape,
    ...avatarOptionsShape,
    cache_input: z
      .boolean()
      .default(false)
      .describe('Keep the photo for 24 hours, so that it need not be sent again'),
    ...uploadedShape,
  })
  .meta({ id: 'ValidateRequest' });

const {
  session_id: _session,
  callback_id: _id,
  reference: _reference,
  delivery: _delivery,
  ...batchOptions
} = avatarOptionsShape;
/** As much as an operator can allow: of more not every item is looked at. */
const MOST_ITEMS = 1_000;
export const batchBodySchema = z
  .strictObject({
    items: z
      .array(z.strictObject({ ...photoShape, ...uploadedShape, reference: avatarOptionsShape.reference }))
      .min(1)
      .max(MOST_ITEMS)
      .describe('Photos, each with one of `image_url`, `image_base64` and `input_id`'),
    ...batchOptions,
    callback_id: avatarOptionsShape.callback_id,
  })
  .meta({ id: 'BatchRequest' });
export type BatchBody = z.output<typeof batchBodySchema>;
