import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ZodApp } from '../zod-app.js';
import { avatarResponse, jobResponse, newId } from '../../generations/index.js';
import { publicEvent, submitJobs } from '../../jobs/index.js';
import { ApiError, problemOf } from '../../errors/index.js';
import { logFailure } from '../../observability/index.js';
import { accountOf } from '../authentication.js';
import { presenterFor } from '../base-url.js';
import { disconnectSignal } from '../disconnect.js';
import { asOurs } from '../error-handler.js';
import { checkedRequest, generateNow, type NowResult } from '../generate-now.js';
import { reserve } from '../reservation.js';
import { generateBodySchema, type GenerateBody } from '../schemas/avatar-options.js';
import { avatarResponseSchema, jobSchema, type AvatarResponse } from '../schemas/avatar-response.js';
import { problems } from '../schemas/problems.js';
import type { Services } from '../services.js';

/** `POST /v1/avatar/generate` in its three ways: wait for the answer, follow the stages, or come back for it. */
export function generateRoute(app: ZodApp, services: Services): void {
  app.post(
    '/v1/avatar/generate',
    {
      sse: 'dual',
      config: { multipart: 'one', idempotent: true, rateLimit: {} },
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
      if (prefersAsync(request)) return respondAsync(services, request, reply, request.body);
      if (reply.sse) return stream(services, request, reply, request.body);
      const now = { account: accountOf(request), body: request.body, signal: disconnectSignal(reply) };
      const answer = answerOf(services, request, await generateNow(services, now));
      return reply.header('x-credits-charged', String(answer.credits_charged)).send(answer);
    },
  );
}

const prefersAsync = ({ headers }: FastifyRequest): boolean =>
  /(^|[,;\s])respond-async($|[,;\s])/i.test(String(headers.prefer ?? ''));

function answerOf(services: Services, request: FastifyRequest, { row, pictures }: NowResult): AvatarResponse {
  const answer = avatarResponse(row, presenterFor(request, services));
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
  body: GenerateBody,
): Promise<FastifyReply> {
  const account = accountOf(request);
  const checked = checkedRequest(services, account, body);
  if (checked.delivery === 'inline')
    throw new ApiError(
      'invalid-request',
      'delivery "inline" needs a synchronous request: a job has nowhere to put it',
    );
  const id = newId('avt');
  await reserve(services, account, id, checked.reference);
  try {
    await submitJobs(services, { accountId: account.id, items: [{ id, photo: body, request: checked }] });
  } catch (error) {
    await services.billing.release(services.database.orm, id);
    throw error;
  }
  const row = await services.store.find(account.id, id);
  if (row === undefined) throw new Error('The job that was just written is gone');
  const job = jobResponse(row, presenterFor(request, services));
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
  body: GenerateBody,
): Promise<void> {
  const send = (event: string, data: unknown) => reply.sse.send({ event, data });
  // One after the other, and never in the way of the run.
  let sent: Promise<unknown> = Promise.resolve();
  const later = (event: string, data: unknown) =>
    void (sent = sent.then(() => send(event, data)).catch(() => undefined));
  let isAccepted = false;
  try {
    const result = await generateNow(services, {
      account: accountOf(request),
      body,
      signal: disconnectSignal(reply),
      onAccepted: (id) => {
        isAccepted = true;
        later('accepted', { id });
      },
      onEvent: (event) => {
        const { type, ...data } = publicEvent(event);
        later(type, data);
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
