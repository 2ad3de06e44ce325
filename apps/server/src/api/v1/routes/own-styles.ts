import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound } from '../../../errors/index.js';
import { idPattern } from '../../../generations/index.js';
import { accountOf } from '../../../http/authentication.js';
import type { ZodApp } from '../../../http/zod-app.js';
import { deleteStyle } from '../../../style-fits/index.js';
import type { Services } from '../../services.js';
import { presenterFor } from '../map/presenter.js';
import { styleAnswer } from '../map/style-answer.js';
import { ownStyleSchema, renameStyleSchema, styleParams, type OwnStyleAnswer } from '../schemas/own-style.js';
import { problems } from '../schemas/problems.js';
import { createStyleRoute } from './create-style.js';

/** Styles that an account has made of its own example pictures. */
export function ownStyleRoutes(app: ZodApp, services: Services): void {
  createStyleRoute(app, services);
  listRoute(app, services);
  lookRoute(app, services);
  renameRoute(app, services);
  deleteRoute(app, services);
}

function listRoute(app: ZodApp, services: Services): void {
  app.get(
    '/v1/account/styles',
    {
      schema: {
        operationId: 'listOwnStyles',
        tags: ['styles'],
        summary: 'Styles of your own, newest first',
        querystring: z.object({
          limit: z.coerce.number<string>().int().min(1).max(100).default(20),
          before: z.string().regex(idPattern('sty')).optional().describe('`next` of the page before'),
        }),
        response: {
          200: z.object({ items: z.array(ownStyleSchema), next: z.string().nullable() }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { styles, next = null } = await services.styles.ownStyles.page(
        accountOf(request).id,
        request.query,
      );
      const presenter = presenterFor(request, services);
      return { items: styles.map((style) => styleAnswer(style, presenter)), next };
    },
  );
}

function lookRoute(app: ZodApp, services: Services): void {
  app.get(
    '/v1/styles/:token',
    {
      schema: {
        operationId: 'getOwnStyle',
        tags: ['styles'],
        summary: 'How the making of a style goes, what was understood of its examples, and previews',
        params: styleParams,
        response: { 200: ownStyleSchema, ...problems },
      },
    },
    async (request) => answerOf(services, request, request.params.token),
  );
}

function renameRoute(app: ZodApp, services: Services): void {
  app.patch(
    '/v1/styles/:token',
    {
      schema: {
        operationId: 'renameOwnStyle',
        tags: ['styles'],
        summary: 'Give a style of your own another name; its token stays',
        params: styleParams,
        body: renameStyleSchema,
        response: { 200: ownStyleSchema, ...problems },
      },
    },
    async (request) => {
      const { token } = request.params;
      await services.styles.ownStyles.rename(accountOf(request).id, token, request.body.name);
      return answerOf(services, request, token);
    },
  );
}

function deleteRoute(app: ZodApp, services: Services): void {
  app.delete(
    '/v1/styles/:token',
    {
      schema: {
        operationId: 'deleteOwnStyle',
        tags: ['styles'],
        summary: 'Delete a style of your own with its previews; one that is being made is cancelled',
        params: styleParams,
        response: { 204: z.null().describe('Deleted, now and for good'), ...problems },
      },
    },
    async (request, reply) => {
      const parts = { ...services, ownStyles: services.styles.ownStyles };
      if (!(await deleteStyle(parts, accountOf(request).id, request.params.token))) throw notFound('style');
      return reply.code(204).send(null);
    },
  );
}

async function answerOf(services: Services, request: FastifyRequest, token: string): Promise<OwnStyleAnswer> {
  const style = await services.styles.ownStyles.find(accountOf(request).id, token);
  if (style === undefined) throw notFound('style');
  return styleAnswer(style, presenterFor(request, services));
}
