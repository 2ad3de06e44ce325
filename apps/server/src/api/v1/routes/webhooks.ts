import { z } from 'zod';
import { notFound } from '../../../errors/index.js';
import { accountOf } from '../../../http/authentication.js';
import type { ZodApp } from '../../../http/zod-app.js';
import { deliveryPage } from '../../../webhooks/index.js';
import type { Services } from '../../services.js';
import { deliveryAnswer } from '../map/delivery-answer.js';
import { problems } from '../schemas/problems.js';
import { address } from '../schemas/text.js';
import { deliverySchema, disabledAddressesSchema } from '../schemas/webhooks.js';

const messageId = z.string().regex(/^msg_[0-9a-f]{32}$/);

/** What was sent to an account's own servers, and what is to be sent again. */
export function webhookRoutes(app: ZodApp, services: Services): void {
  listRoute(app, services);
  resendRoute(app, services);
  addressRoutes(app, services);
}

function listRoute(app: ZodApp, { database }: Services): void {
  app.get(
    '/v1/webhooks/deliveries',
    {
      schema: {
        operationId: 'listWebhookDeliveries',
        tags: ['webhooks'],
        summary: 'Messages to your servers, newest first, and what became of them',
        querystring: z.object({
          limit: z.coerce.number<string>().int().min(1).max(100).default(20),
          before: messageId.optional().describe('`next` of the page before'),
          status: z.enum(['pending', 'delivered', 'failed', 'disabled']).optional(),
        }),
        response: {
          200: z.object({ items: z.array(deliverySchema), next: z.string().nullable() }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { deliveries, next = null } = await deliveryPage(database, accountOf(request).id, request.query);
      return { items: deliveries.map(deliveryAnswer), next };
    },
  );
}

function resendRoute(app: ZodApp, { outbox }: Services): void {
  app.post(
    '/v1/webhooks/deliveries/:id/resend',
    {
      config: { scope: 'manage' },
      schema: {
        operationId: 'resendWebhook',
        tags: ['webhooks'],
        summary: 'Send a message once more, from the start of its schedule, whatever became of it',
        params: z.object({ id: messageId }),
        response: { 202: z.object({ id: z.string(), status: z.literal('pending') }), ...problems },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      if (!(await outbox.replay(accountOf(request).id, id))) throw notFound('message');
      return reply.code(202).send({ id, status: 'pending' as const });
    },
  );
}

function addressRoutes(app: ZodApp, { outbox }: Services): void {
  app.get(
    '/v1/webhooks/disabled',
    {
      schema: {
        operationId: 'listDisabledWebhooks',
        tags: ['webhooks'],
        summary: 'Addresses that answered 410 Gone: nothing is sent there any more',
        response: { 200: disabledAddressesSchema, ...problems },
      },
    },
    async (request) => {
      const addresses = await outbox.disabled(accountOf(request).id);
      return { addresses: addresses.map(({ url, since }) => ({ url, since: since.toISOString() })) };
    },
  );

  app.delete(
    '/v1/webhooks/disabled',
    {
      schema: {
        operationId: 'enableWebhook',
        tags: ['webhooks'],
        summary: 'Send to an address again that answered 410 Gone; what was kept back is not sent by itself',
        querystring: z.object({ url: address(2048) }),
        response: { 204: z.null().describe('It is sent to again'), ...problems },
      },
    },
    async (request, reply) => {
      if (!(await outbox.enable(accountOf(request).id, request.query.url)))
        throw notFound('disabled address');
      return reply.code(204).send(null);
    },
  );
}
