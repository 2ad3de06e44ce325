import { z } from 'zod';

const whole = z.int().min(0);

export const accountSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    billing: z.enum(['credits', 'seats', 'none']),
    credits: z.int().describe('That can be spent now'),
    reserved_credits: whole.describe('That running and waiting generations hold'),
    seats: whole,
    used_seats: whole,
    limits: z.object({
      requests_per_minute: whole.describe('That make avatars or check photos'),
      reads_per_minute: whole.describe('All others'),
      max_queued_jobs: whole,
    }),
    scopes: z.array(z.enum(['read', 'create', 'manage'])).describe('What this key may be used for'),
  })
  .meta({ id: 'Account' });

export const usageSchema = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    days: z
      .array(
        z.object({
          day: z.iso.date(),
          generations: whole,
          succeeded: whole,
          failed: whole,
          cancelled: whole,
          credits_charged: whole,
          cost: z.number().min(0).describe('US dollars, failures included'),
        }),
      )
      .describe('Days in UTC on which something was asked for, oldest first'),
  })
  .meta({ id: 'Usage' });
