import { TECHNIQUES } from '@avatar/styles';
import { z } from 'zod';
import { idPattern } from '../../../generations/index.js';
import { problemSchema } from '../../../errors/index.js';
import { address, ownText } from './text.js';

const share = z.number().min(0).max(1);
const name = ownText(80).min(1);
/** As much as is looked at: of more than 200 it is said that they are too many. */
const MOST_ADDRESSES = 1_000;

export const styleParams = z.object({ token: z.string().regex(idPattern('sty')) });

export const createStyleSchema = z
  .strictObject({
    name: name.default('My style').describe('For people'),
    image_urls: z
      .array(address(4096))
      .max(MOST_ADDRESSES)
      .optional()
      .describe('Public addresses of 50 to 200 pictures, fetched when each is looked at'),
    preview_url: address(4096)
      .optional()
      .describe('A photo that is shown in the style. Default: two portraits in the public domain'),
    callback_url: address(2048)
      .optional()
      .describe('Told `style.ready` or `style.failed`, signed as Standard Webhooks say'),
    /** Digests of the uploaded files. Not to be set in JSON. */
    uploaded: z.custom<Uint8Array>((value) => value instanceof Uint8Array).optional(),
  })
  .meta({ id: 'CreateStyleRequest' });
export type CreateStyleBody = z.output<typeof createStyleSchema>;

export const renameStyleSchema = z.strictObject({ name }).meta({ id: 'RenameStyleRequest' });

const reportSchema = z.object({
  examples_are: z
    .enum(['drawn', 'photos'])
    .describe('Photos become a photographic look, everything else a drawn style'),
  technique: z.enum(TECHNIQUES).nullable().describe('The hand that draws; null for photos'),
  techniques: z.record(z.string(), share).describe('How well each hand fits; they add up to 1'),
  used: z.int().min(0),
  faces: z.int().min(0).describe('Examples in which a face was found'),
  coherence: share.describe('How alike the examples are; below 0.55 look at the previews'),
  left_out: z
    .array(z.object({ index: z.int().min(0), reason: z.string() }))
    .describe('Examples that are no part of the style: `different`, or why they could not be read'),
});

const variantSchema = z.object({
  style_token: z.string().describe('As `style` in requests'),
  technique: z.enum(TECHNIQUES),
  used: z.int().min(0),
  coherence: share,
});

const previewSchema = z.object({
  style_token: z.string(),
  subject: z.enum(['grace-hopper', 'astronaut', 'yours']),
  url: z.string().describe('Signed; it ends after a day, and the next look gives a new one'),
  likeness_score: share.nullable(),
});

export const ownStyleSchema = z
  .object({
    style_token: z.string().describe('As `style` in requests, as soon as it is `ready`'),
    name: z.string(),
    status: z.enum(['queued', 'running', 'ready', 'failed']),
    method: z
      .literal('style-matching')
      .describe('The examples are measured and one of a few hands draws like them; no network is trained'),
    progress: z.object({ done: z.int().min(0), of: z.int().min(0) }).describe('Examples that were looked at'),
    confidence: share.optional().describe('Share of resampled sets that lead to the same style'),
    report: reportSchema.optional(),
    variants: z
      .array(variantSchema)
      .optional()
      .describe('Where the examples are of several styles, each on its own'),
    warnings: z
      .array(z.object({ code: z.string(), message: z.string() }))
      .optional()
      .describe('`few-examples`, `different-examples`: why the previews should be looked at'),
    previews: z.array(previewSchema).optional(),
    error: problemSchema
      .optional()
      .describe('Why it failed; `reason` is one word for it, and `detail` says what to do'),
    credits_charged: z.int().min(0),
    created_at: z.iso.datetime(),
    links: z.object({ self: z.string() }),
  })
  .meta({ id: 'OwnStyle' });
export type OwnStyleAnswer = z.output<typeof ownStyleSchema>;
