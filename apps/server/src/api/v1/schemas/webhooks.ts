import { z } from 'zod';

const moment = z.iso.datetime();

export const deliverySchema = z
  .object({
    id: z.string().describe('`webhook-id` of the message, the same on every attempt'),
    job_id: z.string(),
    event: z.string().describe('Such as `generation.succeeded`'),
    url: z.string(),
    status: z.enum(['pending', 'delivered', 'failed', 'disabled']),
    attempts: z.int().min(0),
    last_status: z.int().nullable().describe('HTTP status of the last answer; null when there was none'),
    next_attempt_at: moment.nullable().describe('While it is pending'),
    created_at: moment,
    delivered_at: moment.nullable(),
  })
  .meta({ id: 'WebhookDelivery' });

export const disabledAddressesSchema = z
  .object({ addresses: z.array(z.object({ url: z.string(), since: moment })) })
  .meta({ id: 'DisabledAddresses' });
