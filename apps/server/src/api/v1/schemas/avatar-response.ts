import { z } from 'zod';
import { problemSchema } from '../../../errors/index.js';

const share = z.number().min(0).max(1);
const moment = z.iso.datetime();

export const warningSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    measured: z.number().optional(),
    threshold: z.number().optional(),
  })
  .meta({ id: 'Warning' });

const attemptReportSchema = z.object({
  attempt: z.int().min(0),
  style_intensity: z.number(),
  decision: z.string(),
  likeness_score: share.nullable(),
  checks: z.array(
    z.object({
      check: z.string(),
      status: z.enum(['passed', 'failed', 'not-applicable']),
      measured: z.number(),
      threshold: z.number(),
    }),
  ),
});

/** Facts of a finished avatar that never change. */
export const avatarFactsSchema = z.object({
  style: z.string(),
  platform: z.string(),
  background: z.string(),
  palette: z.string().nullable(),
  mode: z.enum(['max', 'eco']),
  style_intensity: z.number().describe('Of the attempt that is delivered'),
  seed: z.int(),
  size: z.int().describe('Side of the square in pixels, or the width of another picture'),
  height: z.int().optional().describe('In pixels, of a picture that is no square'),
  format: z.enum(['png', 'svg']),
  delivered: z
    .enum(['avatar', 'original'])
    .describe('`original`: no attempt passed, and this is the photo itself'),
  face_detected: z.boolean().describe('A face is recognised in the avatar'),
  face_count: z
    .int()
    .min(0)
    .nullable()
    .describe('Faces in the photo; null without one, as all that only photos have'),
  face_coverage: share.nullable(),
  likeness_score: share
    .nullable()
    .describe('null where no network can judge it, as in a character that was drawn anew'),
  likeness_cosine: z.number().min(-1).max(1).nullable(),
  likeness_model: z
    .string()
    .nullable()
    .describe('Model that verified the likeness, and the version of its scale'),
  input_quality_score: share.nullable(),
  decision: z.enum(['auto_accept', 'accept', 'review', 'discard']),
  validation_warnings: z.array(warningSchema),
  attempts: z.int().min(1).max(3),
  attempt_reports: z.array(attemptReportSchema),
  timings: z.record(z.string(), z.number()).describe('Milliseconds a stage, all attempts together'),
  character: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('The person who was drawn, or measured in the photo: a `CharacterSpec` of `@avatar/character`'),
  measured: z
    .object({
      confidence: share.describe('Share of the fields that the photo tells'),
      confidences: z.record(z.string(), share).describe('How sure each field is, by its path'),
      uncertain: z.array(z.string()).describe('Paths of fields that are typical: ask the person about them'),
    })
    .optional()
    .describe('How well the character was measured'),
  unsupported: z
    .array(z.object({ words: z.string(), reason: z.string() }))
    .optional()
    .describe('What was asked for in words and is not in the drawing'),
});
export type AvatarFacts = z.output<typeof avatarFactsSchema>;

/** An avatar as it is answered. */
export const avatarResponseSchema = avatarFactsSchema
  .extend({
    id: z.string(),
    status: z.literal('succeeded'),
    avatar_url: z.string().optional().describe('Signed; valid until `expires_at`'),
    thumbnail_url: z.string().optional().describe('Signed; 100 by 100 pixels'),
    avatar_base64: z.string().optional().describe('With `delivery: inline`'),
    thumbnail_base64: z.string().optional(),
    expires_at: moment.optional().describe('When the stored pictures are deleted'),
    input_id: z
      .string()
      .optional()
      .describe('With `cache_input` or a session: use it instead of sending the photo again'),
    session_id: z.string().optional(),
    callback_id: z.string().optional(),
    reference: z.string().optional(),
    choice: z.enum(['accepted', 'declined']).nullable(),
    credits_charged: z.int().min(0),
    cost: z
      .number()
      .min(0)
      .describe('US dollars: processor time at the price of the server, all attempts included'),
    latency_ms: z.number().min(0),
    created_at: moment,
  })
  .meta({ id: 'Avatar' });
export type AvatarResponse = z.output<typeof avatarResponseSchema>;

export const jobSchema = z
  .object({
    id: z.string(),
    status: z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']),
    kind: z.enum(['generate', 'batch-item']),
    batch_id: z.string().optional(),
    reference: z.string().optional(),
    callback_id: z.string().optional(),
    created_at: moment,
    started_at: moment.nullable(),
    finished_at: moment.nullable(),
    result: avatarResponseSchema.optional(),
    error: problemSchema.optional(),
    links: z.object({ self: z.string(), events: z.string() }),
  })
  .meta({ id: 'Job' });
export type JobResponse = z.output<typeof jobSchema>;

export const batchSchema = z
  .object({
    id: z.string(),
    status: z.enum(['running', 'finished']),
    size: z.int(),
    counts: z.object({
      queued: z.int(),
      running: z.int(),
      succeeded: z.int(),
      failed: z.int(),
      cancelled: z.int(),
    }),
    items: z.array(jobSchema),
    created_at: moment,
    links: z.object({ self: z.string(), archive: z.string() }),
  })
  .meta({ id: 'Batch' });
export type BatchResponse = z.output<typeof batchSchema>;
