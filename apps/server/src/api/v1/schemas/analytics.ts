import { z } from 'zod';

const whole = z.int().min(0);
const rate = z.number().min(0).max(1).nullable();

export const analyticsSchema = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    rows: z.array(
      z.object({
        style: z.string().nullable(),
        platform: z.string().nullable(),
        generations: whole,
        succeeded: whole,
        failed: whole,
        review: whole,
        accepted: whole,
        declined: whole,
        decline_rate: rate.describe('Declined of those that were chosen; null when none was'),
        mean_likeness: rate,
        mean_attempts: z.number().nullable(),
        retry_rate: rate.describe('Avatars that needed more than one attempt'),
        median_latency_ms: z.number().nullable(),
        cost: z.number().min(0).describe('US dollars, failures included'),
        cost_per_avatar: z.number().min(0).nullable(),
        credits_charged: whole,
      }),
    ),
  })
  .meta({ id: 'Analytics' });
