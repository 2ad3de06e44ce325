import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { problemOf } from '../../../errors/index.js';
import { toldEvent, type AvatarRequest, type RunResult } from '../../../generations/index.js';
import { accountOf } from '../../../http/authentication.js';
import { disconnectSignal } from '../../../http/disconnect.js';
import { asOurs } from '../../../http/error-handler.js';
import type { ZodApp } from '../../../http/zod-app.js';
import { logFailure } from '../../../observability/index.js';
import type { Services } from '../../services.js';
import { avatarAnswer, jobAnswer } from '../map/avatar-answer.js';
import { avatarRequest } from '../map/avatar-request.js';
import { eventData } from '../map/event-message.js';
import { prefersAsync } from '../map/prefers-async.js';
import { presenterFor } from '../map/presenter.js';
import { generateBodySchema } from '../schemas/avatar-options.js';
import { avatarResponseSchema, jobSchema, type AvatarResponse } from '../schemas/avatar-response.js';
import { ONE_PHOTO_FORM } from '../schemas/forms.js';
import { problems } from '../schemas/problems.js';

/** `POST /v1/avatar/generate` in its three ways: wait for the answer, follow the stages, or come back for it. */
export function generateRoute(app: ZodApp, services: Services): void {
  app.post(
    '/v1/avatar/generate',
    {
      sse: 'dual',
      config: { form: ONE_PHOTO_FORM, idempotent: true, rateLimit: {} },
      schema: {
        operationId: 'generateAvatar',
        tags: ['avatars'],
        summary: 'Make an avatar of a photo',
        description:
          'Answers with the avatar. With `Prefer: respond-async` it answers 202 and a job at once; with ' +
          '`Accept: text/event-stream` it sends the stages as they happen, then `result` or `error`.',
        body: generateBodySchema,
        response: {
          200: {
            description: 'The avatar, or the events of its making',
            content: {
              'application/json': { schema: avatarResponseSchema },
              'text/event-stream': { schema: z.string() },
            },
          },
          202: jobSchema.describe('The job, with `Prefer: respond-async`'),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const asked = avatarRequest(request.body);
      if (prefersAsync(request)) return respondAsync(services, request, reply, asked);
      if (reply.sse) return stream(services, request, reply, asked);
      const result = await services.acceptance.run(accountOf(request), asked, {
        signal: disconnectSignal(reply),
        onCreated: request.bindKey,
      });
      const answer = answerOf(services, request, result);
      return reply.header('x-credits-charged', String(answer.credits_charged)).send(answer);
    },
  );
}

function answerOf(
  services: Services,
  request: FastifyRequest,
  { record, pictures }: RunResult,
): AvatarResponse {
  const answer = avatarAnswer(record, presenterFor(request, services));
  if (answer.avatar_url !== undefined) return answer;
  return {
    ...answer,
    avatar_base64: Buffer.from(pictures.bytes).toString('base64'),
    thumbnail_base64: Buffer.from(pictures.thumbnail).toString('base64'),
  };
}

/** Takes the photo in and answers with the job. */
async function respondAsync(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: AvatarRequest,
): Promise<FastifyReply> {
  const record = await services.acceptance.submit(accountOf(request), asked, request.bindKey);
  const job = jobAnswer(record, presenterFor(request, services));
  return reply
    .code(202)
    .headers({ location: job.links.self, 'preference-applied': 'respond-async', 'retry-after': '1' })
    .send(job);
}

/** The run as server-sent events. What goes wrong after the first of them is the last. */
async function stream(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: AvatarRequest,
): Promise<void> {
  const send = (event: string, data: unknown) => reply.sse.send({ event, data });
  // One after the other, and never in the way of the run.
  let sent: Promise<unknown> = Promise.resolve();
  const later = (event: string, data: unknown) =>
    void (sent = sent.then(() => send(event, data)).catch(() => undefined));
  let isAccepted = false;
  try {
    const result = await services.acceptance.run(accountOf(request), asked, {
      signal: disconnectSignal(reply),
      onAccepted: (id) => {
        isAccepted = true;
        later('accepted', { id });
      },
      onEvent: (event) => {
        const { type, ...data } = toldEvent(event);
        later(type, eventData(data));
      },
    });
    later('result', answerOf(services, request, result));
  } catch (error) {
    // Nothing was sent: an ordinary answer says it with its status.
    if (!isAccepted) throw error;
    const { problem } = problemOf(asOurs(error));
    if (problem.status >= 500) logFailure(request, error);
    later('error', { ...problem, instance: request.id });
  }
  await sent;
}
