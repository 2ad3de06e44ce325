import type { FastifyRequest } from 'fastify';
import { notFound } from '../../errors/index.js';
import { batchOf, cancelBatch, endOfBatch } from '../../generations/index.js';
import { accountOf } from '../../http/authentication.js';
import { disconnectSignal } from '../../http/disconnect.js';
import { useProblemShape } from '../../http/error-handler.js';
import type { BoundAnswer } from '../../http/idempotency.js';
import type { ZodApp } from '../../http/zod-app.js';
import type { Services } from '../services.js';
import { presenterFor } from '../v1/map/presenter.js';
import { FACE_AVATAR } from './face-avatar.js';
import { imageRequests } from './image-request.js';
import { faceAvatarProblem } from './problem-shape.js';
import {
  answerSchema,
  faceAvatarProblems,
  imageBodySchema,
  taskBodySchema,
  taskParams,
  type FaceAvatarAnswer,
  type ImageBody,
} from './schemas.js';
import { taskAnswer } from './task-answer.js';

const TASK = /^[0-9a-f]{32}$/;
const tags = ['face-avatar'];
const response = { 200: answerSchema, ...faceAvatarProblems };

/** Face Avatar's routes, with errors in its shape. Register it in a scope of its own. */
export function faceAvatarRoutes(app: ZodApp, services: Services): void {
  useProblemShape(app, faceAvatarProblem);
  imageRoute(app, services);
  const operation = { tags, summary: 'How a task is doing, and its pictures', response };
  app.get(
    '/getTaskStatus/:task_id',
    { schema: { operationId: 'faceAvatarGetTask', params: taskParams, ...operation } },
    (request) => answerOf(services, request, request.params.task_id),
  );
  app.post(
    '/getTaskStatus',
    {
      config: { scope: 'read' },
      schema: { operationId: 'faceAvatarPostTask', body: taskBodySchema, ...operation },
    },
    (request) => answerOf(services, request, request.body.task_id),
  );
}

function imageRoute(app: ZodApp, services: Services): void {
  const boundAnswer = async (request: FastifyRequest, boundTo: string): Promise<BoundAnswer> => {
    const answer = await answerOf(services, request, boundTo.slice('bat_'.length));
    return { kind: 'answer', send: (reply) => reply.send(answer) };
  };
  app.post(
    '/getImageToImage',
    {
      config: { rateLimit: {}, idempotent: true, boundAnswer },
      schema: {
        operationId: 'faceAvatarGetImage',
        tags,
        summary: 'Make pictures that keep one face; a credit each',
        description:
          'Answers when the pictures are there. With `celery`, and where it takes longer than a request may, it ' +
          'answers with a task that is looked at with `getTaskStatus`.',
        body: imageBodySchema,
        response,
      },
    },
    async (request, reply) => {
      const { body } = request;
      const { id: accountId } = accountOf(request);
      const batch = { items: imageRequests(body), kept: { api: FACE_AVATAR, input: keptInput(body) } };
      const { acceptance, config } = services;
      const { id } = await acceptance.submitDrawn(accountOf(request), batch, request.bindKey);
      if (!body.celery) {
        const gone = disconnectSignal(reply);
        const signal = AbortSignal.any([gone, AbortSignal.timeout(config.limits.deadlineMs)]);
        await endOfBatch(services, accountId, id, signal);
        if (gone.aborted) await cancelBatch(services, accountId, id);
      }
      return answerOf(services, request, id.slice('bat_'.length), body);
    },
  );
}

/** What is kept of a request to be told again: nothing that was said of a person. */
function keptInput({ prompt, negative_prompt, file_url, ...input }: ImageBody): Record<string, unknown> {
  return JSON.parse(JSON.stringify(input)) as Record<string, unknown>;
}

/** @param input where it is known; else what was kept of it @throws ApiError `not-found` */
async function answerOf(
  services: Services,
  request: FastifyRequest,
  taskId: string,
  input?: ImageBody,
): Promise<FaceAvatarAnswer> {
  const batch = TASK.test(taskId)
    ? await batchOf(services.database, accountOf(request).id, `bat_${taskId}`)
    : undefined;
  if (batch?.request.api !== FACE_AVATAR) throw notFound('task');
  const kept = { ...(batch.request.input as Record<string, unknown>), ...input };
  return taskAnswer(taskId, batch.records, kept, presenterFor(request, services));
}
