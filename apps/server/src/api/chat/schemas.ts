import { MAX_MESSAGE_LENGTH } from '@avatar/conversation';
import { z } from 'zod';
import { personSchema } from '../v1/schemas/character.js';
import { ownText } from '../v1/schemas/text.js';

export const MAX_PHOTOS = 4;
const MAX_PICTURES = 4;
const MAX_NAME = 128;

/** Beside what is listed anything may come: the vendor's clients send more, and it changes nothing. */
export const sessionId = () => ownText(MAX_NAME).min(1).describe('Name of the conversation, within your key');

export const messageText = () => ownText(MAX_MESSAGE_LENGTH).min(1);

const flag = z.union([z.boolean(), z.enum(['true', 'false'])]).transform((value) => String(value) === 'true');

/** What both doors take beside the message. */
export const chatExtensions = {
  session_id: sessionId().optional().describe('Default: the header `X-Session-Id`, or else `default`'),
  mode: z.enum(['max', 'eco']).optional().describe('`eco` is quicker and plainer. Default `max`'),
  image_urls: z
    .array(z.string().min(1))
    .max(MAX_PHOTOS)
    .optional()
    .describe('Photos: `https:` addresses, or `data:` URLs in base64'),
  reference: ownText(200)
    .min(1)
    .optional()
    .describe('Our own: your name for the person, for seats and for their erasure'),
  picture: z
    .int()
    .min(1)
    .max(MAX_PICTURES)
    .optional()
    .describe(
      'Our own: which of several pictures that were shown last is meant, from 1. Default: their wish',
    ),
  character: personSchema
    .optional()
    .describe('Our own: who is drawn from now on, as `describe`, `draw` and earlier answers give them'),
  behavior: z.string().optional().describe('Taken and ignored'),
  web_search: z.unknown().optional().describe('Taken and ignored'),
  enable_safety_checker: z.unknown().optional().describe('Taken and ignored: it is always on'),
  workflow_id: z.unknown().optional().describe('Taken and ignored'),
  version_id: z.unknown().optional().describe('Taken and ignored'),
} as const;

export const chatBodySchema = z
  .looseObject({
    message: messageText(),
    ...chatExtensions,
    stream: z.boolean().default(true),
    model: z.string().optional().describe('Taken and ignored'),
  })
  .meta({ id: 'ChatRequest' });
export type ChatBody = z.output<typeof chatBodySchema>;

export const chatQuerySchema = z.looseObject({
  message: messageText(),
  session_id: chatExtensions.session_id,
  mode: chatExtensions.mode,
  image_urls: z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat())
    .pipe(z.array(z.string().min(1)).max(MAX_PHOTOS))
    .optional(),
  reference: chatExtensions.reference,
  stream: flag.default(true),
});

/** Of one message. */
const MAX_PARTS = 100;
const part = z.looseObject({
  type: z.string(),
  text: z.string().nullish().describe('With the type `text`'),
  image_url: z
    .union([z.string(), z.looseObject({ url: z.string() })])
    .nullish()
    .describe('With the type `image_url`'),
});

export const completionBodySchema = z
  .looseObject({
    messages: z
      .array(
        z.looseObject({
          role: z.string(),
          content: z.union([z.string(), z.array(part).max(MAX_PARTS), z.null()]).optional(),
        }),
      )
      .min(1)
      .max(500)
      .describe('The last one of the role `user` is read; what was before is known from the session'),
    ...chatExtensions,
    // It comes back in every chunk of a stream.
    model: ownText(MAX_NAME).optional(),
    stream: z.boolean().default(false),
    stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
    n: z.literal(1, 'One answer is given: for several pictures write so, as in "four variations"').nullish(),
  })
  .meta({ id: 'ChatCompletionRequest' });
export type CompletionBody = z.output<typeof completionBodySchema>;

const generation = z.object({
  url: z.string(),
  model: z.string(),
  media_type: z.literal('image'),
  metadata: z.object({ width: z.int(), height: z.int() }),
});

const known = {
  recipe: z
    .record(z.string(), z.unknown())
    .describe('What the next picture is made of: `subject`, `style` or `look`, `background`, …'),
  character: z.record(z.string(), z.unknown()).optional().describe('Of somebody who is drawn: who it is'),
  undo_steps: z.int().describe('Pictures that can be gone back to'),
} as const;

const verdict = {
  likeness_score: z.number().nullable().optional(),
  decision: z.string().nullable().optional(),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
} as const;

const avatar = z
  .object({
    ...known,
    ...verdict,
    unmet: z
      .array(z.object({ words: z.string(), why: z.string() }))
      .describe('What was wished and is not done'),
  })
  .meta({ id: 'ChatAvatar' });

const clarification = z.object({ question: z.string(), options: z.array(z.string()) });

export const chatAnswerSchema = z
  .object({
    session_id: z.string(),
    task_id: z.string(),
    status: z.enum(['ok', 'awaiting_input', 'refused']),
    code: z.literal('content-policy').optional().describe('With `refused`'),
    content: z.string(),
    generations: z.array(generation),
    clarification: clarification.optional().describe('With `awaiting_input`'),
    avatar,
  })
  .meta({ id: 'ChatAnswer' });
export type ChatAnswer = z.output<typeof chatAnswerSchema>;

export const chatErrorSchema = z
  .object({
    type: z.literal('error'),
    code: z.string().describe('Stable; branch on this'),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
    error: z
      .object({ message: z.string(), type: z.string(), code: z.string(), param: z.string().nullable() })
      .describe('The same, as the clients of OpenAI read it'),
  })
  .meta({ id: 'ChatError' });
export type ChatError = z.output<typeof chatErrorSchema>;

export const memoryQuerySchema = z.looseObject({ session_id: sessionId().optional() });

export const memorySchema = z
  .object({
    session_id: z.string(),
    avatar: z.object(known).describe('Our own: what is known now'),
    clarification: clarification.optional().describe('Our own: the question that waits for its answer'),
    conversation_history: z.array(
      z.object({
        timestamp: z.string(),
        user_prompt: z.string(),
        chatbot_response: z.string(),
        generated_media_urls: z.array(z.string()),
        avatar: z.object(verdict).describe('Our own: what the gate said of the pictures'),
      }),
    ),
    total_exchanges: z.int(),
    generated_media_urls: z.array(z.string()),
    created_at: z.string().nullable(),
    updated_at: z.string().nullable(),
  })
  .meta({ id: 'ChatMemory' });

export const clearedSchema = z
  .object({ cleared: z.boolean(), session_id: z.string(), messages_deleted: z.int() })
  .meta({ id: 'ChatMemoryCleared' });

export const sessionsSchema = z
  .object({
    sessions: z.array(
      z.object({ session_id: z.string(), message_count: z.int(), last_activity: z.string() }),
    ),
    total_sessions: z.int(),
  })
  .meta({ id: 'ChatSessions' });

const answered = (description: string) => ({
  description,
  content: { 'application/json': { schema: chatErrorSchema } },
});
/** Answers that any of these routes may give. */
export const chatProblems = {
  '4xx': answered('What was wrong with the request; 422 with an empty balance'),
  '5xx': answered('Something that is not the fault of the request; try again'),
} as const;
