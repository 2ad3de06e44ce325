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
import { ChatEvents, type ChatEvent } from '../map/events.js';
import { lastUserMessage, messageRequest } from '../map/message.js';
import { chatProblems, completionBodySchema, type CompletionBody } from '../schemas.js';
import { dataStream } from '../stream.js';

/** The vendor's own, and ours. */
export const CHAT_MODELS = ['eachsense/beta', 'avatar/conversation'] as const;
/** Rules have no tokens: what stands in `usage` are words. */
const wordsOf = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** `POST /v1/chat/completions` and `GET /v1/models`: the same conversation for the clients of OpenAI. */
export function completionRoutes(app: ZodApp, services: Services): void {
  app.post(
    '/v1/chat/completions',
    {
      config: { rateLimit: {}, idempotent: true, isOfKey: true },
      schema: {
        operationId: 'chatCompletion',
        tags: ['each::sense'],
        summary: 'A message of a conversation, as the clients of OpenAI send it',
        body: completionBodySchema,
        response: {
          200: {
            description: 'A `chat.completion`, or with `stream` its chunks as `data:` lines and `[DONE]`',
            content: {
              'application/json': { schema: z.record(z.string(), z.unknown()) },
              'text/event-stream': { schema: z.string() },
            },
          },
          ...chatProblems,
        },
      },
    },
    async (request, reply) => complete(services, request, reply, request.body),
  );
  app.get(
    '/v1/models',
    {
      schema: {
        operationId: 'listModels',
        tags: ['each::sense'],
        summary: 'What `model` may be; any other is taken too, and means the same',
        response: {
          200: z.object({ object: z.literal('list'), data: z.array(modelSchema) }),
          ...chatProblems,
        },
      },
    },
    () => ({
      object: 'list' as const,
      data: CHAT_MODELS.map((id) => ({
        id,
        object: 'model' as const,
        created: CREATED,
        owned_by: id.split('/')[0],
      })),
    }),
  );
}

const modelSchema = z.object({
  id: z.string(),
  object: z.literal('model'),
  created: z.int(),
  owned_by: z.string(),
});
/** Unix seconds: when the rules came to be. */
const CREATED = 1_795_996_800;

async function complete(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  body: CompletionBody,
): Promise<FastifyReply> {
  const fields = lastUserMessage(body);
  const presenter = presenterFor(request, services);
  const model = body.model ?? CHAT_MODELS[0];
  const created = Math.floor(Date.now() / 1000);
  const answerOf = (ended: TurnAnswer) => {
    const said = chatAnswer(asked.name, ended, presenter);
    const message = { role: 'assistant', content: withLinks(ended.content, said.generations), refusal: null };
    const content = {
      id: `chatcmpl-${ended.taskId}`,
      object: 'chat.completion',
      created,
      model,
      choices: [{ index: 0, message, logprobs: null, finish_reason: 'stop' }],
      usage: usageOf(fields.message, ended),
      ...said,
    };
    return { content, headers: { 'x-credits-charged': String(ended.creditsCharged) } };
  };
  const asked = messageRequest(request, fields, body.stream ? undefined : answerOf);
  const signal = disconnectSignal(reply);
  const turn = await prepareTurn(services.conversations, asked, signal);
  if (!body.stream) {
    const { content, headers } = answerOf(await turn.run({ signal, tell: () => undefined }));
    return reply.headers(headers).send(content);
  }
  const stream = dataStream(request, reply);
  const id = `chatcmpl-${request.id}`;
  const chunk = (delta: object, finish: string | null, event?: ChatEvent) =>
    stream.send({
      id,
      object: 'chat.completion.chunk',
      created,
      model,
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
      ...(event && { eachlabs: event }),
    });
  const events = new ChatEvents(asked.name, presenter);
  const tell = (event: ChatEvent) => chunk(deltaOf(event), null, event);
  chunk({ role: 'assistant', content: '' }, null);
  try {
    const ended = await turn.run({ signal, tell: (happened) => events.during(happened).forEach(tell) });
    events.ended(ended).forEach(tell);
    chunk({}, 'stop');
    if (body.stream_options?.include_usage)
      stream.send({
        id,
        object: 'chat.completion.chunk',
        created,
        model,
        choices: [],
        usage: usageOf(fields.message, ended),
      });
  } catch (error) {
    const { status, body: failure } = chatFailure(error);
    if (status >= 500) logFailure(request, error);
    // The clients of OpenAI throw for a chunk with this field.
    stream.send({ error: failure.error, eachlabs: failure });
  }
  stream.end();
  return reply;
}

/** What of an event a reader of the text sees. */
function deltaOf(event: ChatEvent): object {
  if (event.type === 'text_response') return { content: event.content };
  if (event.type === 'clarification_needed') return { content: event.context };
  if (event.type === 'error') return { content: event.message };
  if (event.type === 'generation_response') return { content: `\n![avatar](${String(event.url)})` };
  return {};
}

const withLinks = (content: string, generations: readonly { readonly url: string }[]): string =>
  [content, ...generations.map(({ url }) => `![avatar](${url})`)].join('\n');

function usageOf(message: string, { content }: TurnAnswer) {
  const [asked, said] = [wordsOf(message), wordsOf(content)];
  return { prompt_tokens: asked, completion_tokens: said, total_tokens: asked + said };
}
