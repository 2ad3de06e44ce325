import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { prepareTurn, type TurnAnswer } from '../../../conversations/index.js';
import { disconnectSignal } from '../../../http/disconnect.js';
import type { ZodApp } from '../../../http/zod-app.js';
import { logFailure } from '../../../observability/index.js';
import type { Services } from '../../services.js';
import { presenterFor } from '../../v1/map/presenter.js';
import { chatAnswer } from '../map/answer.js';
import { chatFailure } from '../map/error.js';
import { ChatEvents } from '../map/events.js';
import { messageRequest, type ChatFields } from '../map/message.js';
import { chatAnswerSchema, chatBodySchema, chatProblems, chatQuerySchema } from '../schemas.js';
import { dataStream } from '../stream.js';

const response = {
  200: {
    description: 'The answer, or with `stream` its events as `data:` lines and `[DONE]`',
    content: {
      'text/event-stream': { schema: z.string() },
      'application/json': { schema: chatAnswerSchema },
    },
  },
  ...chatProblems,
};

/** `POST /chat` and `GET /chat`: one message of a conversation about an avatar. */
export function chatRoute(app: ZodApp, services: Services): void {
  app.post(
    '/chat',
    {
      config: { rateLimit: {}, idempotent: true, isOfKey: true },
      schema: {
        operationId: 'chat',
        tags: ['each::sense'],
        summary: 'Say what the avatar shall be, and how the last one shall be different',
        body: chatBodySchema,
        response,
      },
    },
    async (request, reply) => answer(services, request, reply, request.body, request.body.stream),
  );
  app.get(
    '/chat',
    {
      // Whoever asks for the head of an answer does not want a picture to be made for it.
      exposeHeadRoute: false,
      config: { rateLimit: {}, scope: 'create' },
      schema: {
        operationId: 'chatByAddress',
        tags: ['each::sense'],
        summary: 'The same for clients that can only GET, such as EventSource',
        querystring: chatQuerySchema,
        response,
      },
    },
    async (request, reply) => answer(services, request, reply, request.query, request.query.stream),
  );
}

async function answer(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  fields: ChatFields,
  isStream: boolean,
): Promise<FastifyReply> {
  const presenter = presenterFor(request, services);
  const answerOf = (ended: TurnAnswer) => ({
    content: chatAnswer(asked.name, ended, presenter),
    headers: { 'x-credits-charged': String(ended.creditsCharged) },
  });
  const asked = messageRequest(request, fields, isStream ? undefined : answerOf);
  const signal = disconnectSignal(reply);
  const turn = await prepareTurn(services.conversations, asked, signal);
  if (!isStream) {
    const { content, headers } = answerOf(await turn.run({ signal, tell: () => undefined }));
    return reply.headers(headers).send(content);
  }
  const events = new ChatEvents(asked.name, presenter);
  const stream = dataStream(request, reply);
  try {
    const tell = (happened: Parameters<ChatEvents['during']>[0]) =>
      events.during(happened).forEach(stream.send);
    const ended = await turn.run({ signal, tell });
    events.ended(ended).forEach(stream.send);
  } catch (error) {
    const { status, body } = chatFailure(error);
    if (status >= 500) logFailure(request, error);
    stream.send(body);
  }
  stream.end();
  return reply;
}
