import type { z } from 'zod';
import type { ListedDelivery } from '../../../webhooks/index.js';
import type { deliverySchema } from '../schemas/webhooks.js';

export const deliveryAnswer = (delivery: ListedDelivery): z.output<typeof deliverySchema> => ({
  id: delivery.id,
  job_id: delivery.generationId,
  event: delivery.eventType,
  url: delivery.url,
  status: delivery.status,
  attempts: delivery.attempts,
  last_status: delivery.lastStatusCode,
  next_attempt_at: delivery.status === 'pending' ? delivery.nextAttemptAt.toISOString() : null,
  created_at: delivery.createdAt.toISOString(),
  delivered_at: delivery.deliveredAt?.toISOString() ?? null,
});
